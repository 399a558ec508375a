using System.Reflection;
using Aspire.Hosting;

namespace IntercomRag.AppHost.Tests.Surface;

/// <summary>
/// AppHost.cs compiles here against the stand-in alone, so it can use no more than the stand-in declares. This test keeps the stand-in to the
/// members that were compared with Aspire 13.5.2: receiver, names and order of parameters, constraints.
/// </summary>
public sealed class AspireSurfaceTests
{
    [Fact]
    public void PublicMembers_OfTheStandIn_AreTheListedOnes()
    {
        var declared = typeof(DistributedApplication).Assembly.GetTypes().Where(type => type.IsPublic && InAspire(type)).SelectMany(Describe).ToList();
        var listed = Listed().ToList();

        declared.Except(listed).ShouldBeEmpty("declared, but not compared with Aspire");
        listed.Except(declared).ShouldBeEmpty("listed, but not declared any more");
    }

    [Fact]
    public void PublicTypes_OutsideOfAspiresNamespaces_AreOnlyTheEntryPoint() =>
        typeof(DistributedApplication).Assembly.GetTypes()
            .Where(type => type.IsPublic && !InAspire(type))
            .Select(type => type.FullName)
            .ShouldBe(["Program"]);

    private static bool InAspire(Type type) => type.Namespace?.StartsWith("Aspire.Hosting", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Listed()
    {
        using var stream = typeof(AspireSurfaceTests).Assembly.GetManifestResourceStream("AspireSurface.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
    }

    private static IEnumerable<string> Describe(Type type)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        yield return $"{type.Namespace}.{Name(type)}";

        foreach (var property in type.GetProperties(own))
        {
            yield return $"{Name(type)}.{property.Name}: {Name(property.PropertyType)}";
        }

        foreach (var method in type.GetMethods(own).Where(method => !method.IsSpecialName))
        {
            var parameters = string.Join(", ", method.GetParameters().Select(Describe));
            var constraints = string.Concat(method.GetGenericArguments()
                .Select(argument => $" where {argument.Name}: {string.Join(" + ", argument.GetGenericParameterConstraints().Select(Name))}"));
            yield return $"{Name(type)}.{method.Name}({parameters}): {Name(method.ReturnType)}{constraints}";
        }

        foreach (var constructor in type.GetConstructors(own).Where(constructor => constructor.GetParameters().Length > 0))
        {
            yield return $"{Name(type)}({string.Join(", ", constructor.GetParameters().Select(Describe))})";
        }
    }

    private static string Describe(ParameterInfo parameter) =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}";

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
