namespace IntercomRag.AppHost.LocalHosting.Model;

/// <summary>A resource that tells those who refer to it where it is.</summary>
internal interface IReferencedResource
{
    /// <summary>
    /// The connection string as <c>ConnectionStrings__name</c>, the name untouched, and each part of it as <c>NAME_PART</c>: what Aspire sets.
    /// </summary>
    IEnumerable<KeyValuePair<string, string>> Variables();
}
