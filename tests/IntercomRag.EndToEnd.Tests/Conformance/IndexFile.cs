using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;
using IntercomRag.Testing.Processes;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>The worker's index, read with the worker's own SQLite: these tests are compiled against nothing of the product.</summary>
internal static class IndexFile
{
    private static readonly Type Connection = new WorkerAssemblies()
        .LoadFromAssemblyName(new AssemblyName("Microsoft.Data.Sqlite"))
        .GetType("Microsoft.Data.Sqlite.SqliteConnection", throwOnError: true)!;

    /// <summary>Articles, counted once for each of their languages, and the chunks that they were cut into.</summary>
    public static (int Articles, int Chunks) Count(string path)
    {
        using var connection = (DbConnection)Activator.CreateInstance(Connection, $"Data Source={path};Mode=ReadOnly;Pooling=False")!;
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM chunk)";
        using var counts = command.ExecuteReader();
        counts.Read();
        return (counts.GetInt32(0), counts.GetInt32(1));
    }

    /// <summary>Finds assemblies and native libraries where the worker finds them.</summary>
    private sealed class WorkerAssemblies : AssemblyLoadContext
    {
        private readonly AssemblyDependencyResolver _worker = new(ServiceProcess.PathOf("IntercomRag.Worker"));

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _worker.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            _worker.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : nint.Zero;
    }
}
