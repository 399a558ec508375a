using System.Globalization;
using IntercomRag.Benchmarks.Chaos;

namespace IntercomRag.Benchmarks.Soak;

/// <summary>Twenty-four hours of steady traffic in compressed time: does anything grow that should not?</summary>
internal static class SoakCommand
{
    private const string Usage = "soak [--minutes 5]";
    private const int Seed = 1;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (Minutes(arguments) is not { } minutes)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("soak reads /proc, which only Linux has.");
            return 2;
        }

        var day = new CompressedDay(TimeSpan.FromMinutes(minutes));
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        run.CancelAfter(day.Length + TimeSpan.FromMinutes(4));
        day.Print();
        await using var system = new SoakSystem();
        await system.StartAsync(day.Settings, run.Token);
        using var workspace = new Workspace(system.Simulator);
        var traffic = new SoakTraffic(workspace, Seed);
        var talking = traffic.RunAsync(day.Length, run.Token);
        var samples = await SampleAsync(system, traffic, day, run.Token);
        await talking;
        return Judge(samples) ? 0 : 1;
    }

    private static int? Minutes(IReadOnlyList<string> arguments) => arguments switch
    {
        [] => 5,
        ["--minutes", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= 1440 => minutes,
        _ => null,
    };

    private static async Task<List<IReadOnlyDictionary<string, double>>> SampleAsync(
        SoakSystem system, SoakTraffic traffic, CompressedDay day, CancellationToken cancellationToken)
    {
        var samples = new List<IReadOnlyDictionary<string, double>>();
        var logged = system.LogLength;
        using var timer = new PeriodicTimer(day.Hour);
        while (samples.Count < CompressedDay.Hours && await timer.WaitForNextTickAsync(cancellationToken))
        {
            var length = system.LogLength;
            var sample = new Dictionary<string, double>(await system.MeasureAsync(cancellationToken)) { ["log KiB an hour"] = (length - logged) / 1024d };
            logged = length;
            samples.Add(sample);
            if (samples.Count == 1)
            {
                Console.WriteLine($"hour  conversations  {string.Join("  ", sample.Keys)}");
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{samples.Count,4}  {traffic.Conversations,13}  {string.Join("  ", sample.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Value:0.#}").PadLeft(one.Key.Length)))}"));
        }

        return samples;
    }

    private static bool Judge(List<IReadOnlyDictionary<string, double>> samples)
    {
        var flat = true;
        Console.WriteLine("second half of the day          level    slope an hour (95 %)   verdict");
        foreach (var name in samples[0].Keys)
        {
            var trend = Trend.Of([.. samples.Skip(samples.Count / 2).Select(sample => sample[name])]);
            var judged = name != SoakSystem.GarnetMemory;
            flat &= trend.IsFlat || !judged;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-24} {trend.Level,12:0.#} {trend.PerHour,12:+0.000;-0.000} ± {trend.Margin:0.000}   {(!judged ? "not judged: bounded by --memory" : trend.IsFlat ? "flat" : "NOT FLAT")}"));
        }

        return flat;
    }
}
