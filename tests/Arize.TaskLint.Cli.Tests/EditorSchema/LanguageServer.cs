using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests.EditorSchema;

/// <summary>The YAML language server that editors run, over standard input and output. It is told to use no network.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<int, TaskCompletionSource<JsonNode?>> waiting = [];
    private readonly Channel<JsonNode> diagnostics = Channel.CreateUnbounded<JsonNode>();
    private readonly SemaphoreSlim turn = new(1);
    private Task reading = Task.CompletedTask;
    private int last;

    private LanguageServer(Process process, CancellationToken cancellation)
    {
        this.process = process;
        this.cancellation = cancellation;
    }

    /// <summary>Starts the server.</summary>
    /// <param name="cancellation">Ends everything that waits for it.</param>
    internal static async Task<LanguageServer> StartAsync(CancellationToken cancellation)
    {
        var program = Path.Combine(NodePackages.Folder, "node_modules", "yaml-language-server", "bin", "yaml-language-server");
        var process = Process.Start(new ProcessStartInfo("node", [program, "--stdio"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var server = new LanguageServer(process, cancellation);
        server.reading = server.ReadAsync();
        var capabilities = JsonNode.Parse("""
            {
              "workspace": { "configuration": true },
              "textDocument": {
                "completion": { "completionItem": { "snippetSupport": true, "documentationFormat": ["markdown"] } },
                "hover": { "contentFormat": ["markdown"] }
              }
            }
            """);
        await server.AskAsync("initialize", new JsonObject { ["processId"] = System.Environment.ProcessId, ["rootUri"] = null, ["capabilities"] = capabilities });
        await server.SendAsync(new JsonObject { ["method"] = "initialized", ["params"] = new JsonObject() });
        return server;
    }

    /// <summary>Opens a text and waits for what the server says of it.</summary>
    /// <returns>Line and message of each diagnostic; lines count from 1.</returns>
    internal async Task<IReadOnlyList<(int Line, string Message)>> OpenAsync(Uri file, string text)
    {
        var document = new JsonObject { ["uri"] = file.AbsoluteUri, ["languageId"] = "yaml", ["version"] = 1, ["text"] = text };
        await SendAsync(new JsonObject { ["method"] = "textDocument/didOpen", ["params"] = new JsonObject { ["textDocument"] = document } });
        JsonNode told;
        do
        {
            told = await diagnostics.Reader.ReadAsync(cancellation);
        }
        while ((string?)told["uri"] != file.AbsoluteUri);

        return [.. told["diagnostics"]!.AsArray().Select(one => ((int)one!["range"]!["start"]!["line"]! + 1, (string)one["message"]!))];
    }

    /// <summary>The words that the server offers at a place of a text that is open; line and column count from 1.</summary>
    internal async Task<IReadOnlyList<string>> CompleteAsync(Uri file, int line, int column) =>
        [.. (await SnippetsAsync(file, line, column)).Select(one => one.Label)];

    /// <summary>The words that the server offers, each with the text that the editor inserts for it.</summary>
    internal async Task<IReadOnlyList<(string Label, string Inserted)>> SnippetsAsync(Uri file, int line, int column)
    {
        var answer = await AskAsync("textDocument/completion", At(file, line, column));
        var items = answer as JsonArray ?? answer!["items"]!.AsArray();
        return [.. items.Select(item => ((string)item!["label"]!, (string?)item["insertText"] ?? (string)item["textEdit"]!["newText"]!))];
    }

    /// <summary>What the server says of the word at a place, in Markdown.</summary>
    internal async Task<string> HoverAsync(Uri file, int line, int column) =>
        (string)(await AskAsync("textDocument/hover", At(file, line, column)))!["contents"]!["value"]!;

    private static JsonObject At(Uri file, int line, int column) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = file.AbsoluteUri },
        ["position"] = new JsonObject { ["line"] = line - 1, ["character"] = column - 1 },
    };

    private async Task<JsonNode?> AskAsync(string method, JsonObject parameters)
    {
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (waiting)
            waiting.Add(id = ++last, answer);
        await SendAsync(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        return await answer.Task.WaitAsync(cancellation);
    }

    private async Task SendAsync(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n"));
        await turn.WaitAsync(cancellation);
        try
        {
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync((byte[])[.. head, .. body], cancellation);
            await input.FlushAsync(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var output = process.StandardOutput.BaseStream;
            while (await ReadLengthAsync(output) is { } length)
            {
                var body = new byte[length];
                await output.ReadExactlyAsync(body, cancellation);
                await TakeAsync(JsonNode.Parse(body)!);
            }

            throw new EndOfStreamException("the language server ended");
        }
#pragma warning disable CA1031 // Whatever ends the reading is told to whoever waits.
        catch (Exception ended)
#pragma warning restore CA1031
        {
            diagnostics.Writer.TryComplete(ended);
            lock (waiting)
            {
                foreach (var one in waiting.Values)
                    one.TrySetException(ended);
            }
        }
    }

    private async Task<int?> ReadLengthAsync(Stream output)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await output.ReadAsync(one, cancellation) == 0)
                return null;
            head.Append((char)one[0]);
        }

        var line = head.ToString().Split("\r\n").Single(field => field.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return int.Parse(line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
    }

    private async Task TakeAsync(JsonNode message)
    {
        var method = (string?)message["method"];
        if (method is not null && message["id"] is { } asked)
        {
            var answer = method == "workspace/configuration" ? Settings(message["params"]!["items"]!.AsArray()) : null;
            await SendAsync(new JsonObject { ["id"] = asked.DeepClone(), ["result"] = answer });
        }
        else if (method == "textDocument/publishDiagnostics")
        {
            await diagnostics.Writer.WriteAsync(message["params"]!, cancellation);
        }
        else if (method is null)
        {
            lock (waiting)
            {
                if (waiting.Remove((int)message["id"]!, out var answer))
                    answer.TrySetResult(message["result"]?.DeepClone());
            }
        }
    }

    private static JsonArray Settings(JsonArray sections) => new([.. sections.Select(section => (string?)section!["section"] == "yaml"
        ? new JsonObject { ["validate"] = true, ["completion"] = true, ["hover"] = true, ["schemaStore"] = new JsonObject { ["enable"] = false } }
        : new JsonObject())]);

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await reading;
        process.Dispose();
        turn.Dispose();
    }
}
