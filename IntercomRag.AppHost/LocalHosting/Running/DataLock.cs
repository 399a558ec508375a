namespace IntercomRag.AppHost.LocalHosting.Running;

/// <summary>One run at a time writes a data folder. The system lifts the lock when this process ends, however it ends.</summary>
internal static class DataLock
{
    /// <exception cref="LocalHostException">Another run holds it.</exception>
    public static FileStream Take(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        try
        {
            return new FileStream(Path.Combine(dataDirectory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LocalHostException(
                $"Another run uses the data in '{dataDirectory}' ({e.Message}). Stop it, or give this one its own with --{LocalHostOptions.Section}:{nameof(LocalHostOptions.DataDirectory)} FOLDER.");
        }
    }
}
