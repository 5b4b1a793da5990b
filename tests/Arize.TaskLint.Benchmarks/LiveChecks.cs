using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Arize.TaskLint.Benchmarks;

/// <summary>
/// <c>check</c> of 10,000 live tasks against a loopback server, beside its peers: a loop in Node.js that fetches the same pages and parses them, and a
/// script on the official TypeScript SDK that lists the same tasks and compares one field.
/// </summary>
internal static class LiveChecks
{
    private const int Tasks = 10_000;
    private const int PageSize = 100;
    private const int Rounds = 5;

    private const string SdkModule = "tests/editor/node_modules/@arizeai/ax-client/dist/esm/index.js";

    private const string Peer = """
        let cursor = '', count = 0;
        do {
          const answer = await fetch(`${process.env.BASE}/v2/tasks?limit=100&cursor=${cursor}`, { headers: { authorization: 'Bearer key-of-a-benchmark' } });
          const page = await answer.json();
          count += page.tasks.length;
          cursor = page.pagination.next_cursor;
        } while (cursor);
        if (count !== 10000) process.exit(1);
        """;

    // What a team would write without a tool: the sampling rates as they should be, in a file, and those of all tasks.
    private const string SdkPeer = """
        import { readFileSync } from 'node:fs';
        const { createClient, listTasks } = await import(process.argv[3]);
        const declared = new Map(JSON.parse(readFileSync(process.argv[2], 'utf8')));
        const client = createClient({ baseUrl: process.env.BASE, apiKey: 'key-of-a-benchmark' });
        let cursor, count = 0, drifted = 0;
        do {
          const page = await listTasks({ client, space: 'U3BhY2U6MTphQmNE', limit: 100, cursor });
          for (const task of page.data) {
            count++;
            if (task.samplingRate !== declared.get(task.name))
              drifted++;
          }
          cursor = page.pagination.hasMore ? page.pagination.nextCursor : undefined;
        } while (cursor);
        if (count !== 10000 || drifted !== 0) process.exit(1);
        """;

    internal static async Task<int> Run(string tool, int latency)
    {
        var (loop, check) = await MeasureAsync(tool, latency, Peer, _ => []);
        Console.WriteLine("latency ms   loop s  check s  ratio");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{latency,10} {loop.Seconds,8:0.00} {check.Seconds,8:0.00} {check.Seconds / loop.Seconds,6:0.00}"));
        return 0;
    }

    /// <summary>Runs in the root of the repository, where <c>npm ci --prefix tests/editor</c> installs the SDK.</summary>
    internal static async Task<int> RunBesideSdk(string tool, int latency)
    {
        var (script, check) = await MeasureAsync(tool, latency, SdkPeer, folder =>
        {
            var rates = Path.Combine(folder, "rates.json");
            File.WriteAllText(rates, "[" + string.Join(',', Enumerable.Range(0, Tasks).Select(GeneratedTasks.NameAndRate)) + "]");
            return [rates, new Uri(Path.GetFullPath(SdkModule)).ToString()];
        });
        Console.WriteLine("latency ms    sdk s  check s  ratio   sdk MB  check MB  ratio");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{latency,10} {script.Seconds,8:0.00} {check.Seconds,8:0.00} {check.Seconds / script.Seconds,6:0.00} "
                + $"{script.Megabytes,8:0} {check.Megabytes,9:0} {check.Megabytes / script.Megabytes,6:0.00}"));
        return 0;
    }

    // The medians of time and memory.
    private static async Task<((double Seconds, double Megabytes) Peer, (double Seconds, double Megabytes) Check)> MeasureAsync(
        string tool, int latency, string script, Func<string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("tasklint-benchmark-").FullName;
        try
        {
            var (declarations, peer) = (Path.Combine(folder, "a.arize.yaml"), Path.Combine(folder, "peer.mjs"));
            await using (var writer = new StreamWriter(declarations))
                GeneratedTasks.Write(writer, Tasks);
            await File.WriteAllTextAsync(peer, script);
            string[] peerArguments = [peer, .. arguments(folder)];
            using var server = new HttpListener();
            var port = FreePort();
            server.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
            server.Start();
            _ = ServeAsync(server, latency);
            var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
            var (checks, loops) = (new List<(double Seconds, double Megabytes)>(), new List<(double Seconds, double Megabytes)>());
            // In turn, so that a machine that slows down slows both.
            for (var round = 0; round < Rounds; round++)
            {
                loops.Add(await RunAsync("node", peerArguments, address));
                checks.Add(await RunAsync(tool, ["check", "--quiet", "--skip", "ATL3xxx", "--space", "U3BhY2U6MTphQmNE", declarations], address));
            }

            return (Median(loops), Median(checks));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ServeAsync(HttpListener server, int latency)
    {
        var pages = Enumerable.Range(0, Tasks / PageSize).Select(Page).ToArray();
        while (server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await server.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context, pages, latency);
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context, byte[][] pages, int latency)
    {
        if (latency > 0)
            await Task.Delay(latency);
        _ = int.TryParse(context.Request.QueryString["cursor"], CultureInfo.InvariantCulture, out var page);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength64 = pages[page].Length;
        await context.Response.OutputStream.WriteAsync(pages[page]);
        context.Response.Close();
    }

    private static byte[] Page(int page)
    {
        var tasks = string.Join(',', Enumerable.Range(page * PageSize, PageSize).Select(GeneratedTasks.Live));
        var next = page + 1 < Tasks / PageSize;
        var pagination = next ? string.Create(CultureInfo.InvariantCulture, $$"""{"has_more":true,"next_cursor":"{{page + 1}}"}""") : """{"has_more":false,"next_cursor":null}""";
        return Encoding.UTF8.GetBytes($$"""{"tasks":[{{tasks}}],"pagination":{{pagination}}}""");
    }

    private static async Task<(double Seconds, double Megabytes)> RunAsync(string program, string[] arguments, string address)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            // Without a home folder there are no profiles; and without the warnings of the SDK, its script prints nothing either.
            Environment =
            {
                ["BASE"] = address, ["ARIZE_BASE_URL"] = address, ["ARIZE_API_KEY"] = "key-of-a-benchmark", ["HOME"] = "",
                ["DISABLE_PRERELEASE_WARNING"] = "true",
            },
        };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var kilobytes = 0.0;
        await WatchAsync(process, () => kilobytes = Math.Max(kilobytes, MostMemory(process.Id)));
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}");
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, kilobytes / 1024);
    }

    /// <summary>Reads again and again what the system tells of a process, until it ends.</summary>
    internal static async Task WatchAsync(Process process, Action read)
    {
        var ended = process.WaitForExitAsync();
        // The system tells what a process has used only while it runs, and notifies nobody of it. Ten milliseconds are short beside a run of a
        // second, and few enough reads not to slow it.
        while (!ended.IsCompleted)
        {
            read();
            await Task.WhenAny(ended, Task.Delay(10));
        }
    }

    /// <summary>The most memory that a process had so far, in KiB. Of Linux alone; 0 elsewhere, and for a process that has ended.</summary>
    internal static double MostMemory(int process)
    {
        try
        {
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"))
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static (double Seconds, double Megabytes) Median(List<(double Seconds, double Megabytes)> runs) => (
        runs.Select(run => run.Seconds).Order().ElementAt(runs.Count / 2),
        runs.Select(run => run.Megabytes).Order().ElementAt(runs.Count / 2));
}
