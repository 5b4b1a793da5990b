using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Core;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Doctor;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint doctor</c>: what works of that which a check needs, and what to do about what does not.</summary>
internal static class DoctorCommand
{
    private static readonly string[] Formats = ["text", "json"];

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static Command Create(Terminal terminal)
    {
        var config = OptionKinds.Text("--config", "file", "The settings file; default: tasklint.yaml in this folder or in a parent folder");
        var space = OptionKinds.Text("--space", "space", "The space, by name or ID; overrides ARIZE_SPACE and tasklint.yaml");
        var format = new Option<string>("--format")
        {
            Description = $"The format: {string.Join(" or ", Formats)}",
            HelpName = "format",
            DefaultValueFactory = _ => Formats[0],
        };
        format.AcceptOnly(Formats);
        var verbose = OptionKinds.Flag("--verbose", "Print each request to standard error", "-v");
        var api = new ApiOptions();
        var command = new Command("doctor",
            "Check the key, the connection, the space and each permission that check needs, and say what to do about what does not work; "
                + "sends only GET requests")
        { config, space, format, verbose };
        api.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var workspace = terminal.Workspace with { Log = new TerminalLog(terminal, isQuiet: false, parsed.GetValue(verbose)) };
            var request = new DoctorRequest { Config = parsed.GetValue(config), Space = parsed.GetValue(space), Live = api.Request(parsed) };
            var checks = await new DoctorRun(workspace).RunAsync(request, cancellation).ConfigureAwait(false);
            var code = checks.Any(check => check.Status == DoctorStatus.Problem) ? ExitCodes.Undetermined : ExitCodes.Clean;
            terminal.Output.Write(parsed.GetValue(format) == "json" ? Json(checks, code) : Lines(checks));
            return code;
        });
        Examples.Add(command,
            ("tasklint doctor", "with the key in ARIZE_API_KEY, or that of the active profile of the Arize CLI"),
            ("tasklint doctor --space production --region eu-west-1a", "another space and region"),
            ("tasklint doctor --format json", "for a script"));
        return command;
    }

    private static string Lines(IReadOnlyList<DoctorCheck> checks)
    {
        var text = new StringBuilder();
        foreach (var check in checks)
            text.Append($"{WordOf(check.Status),-9}{check.Name,-13}{TerminalText.Escape(check.Message)}\n");
        return text.ToString();
    }

    private static string Json(IReadOnlyList<DoctorCheck> checks, int code)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            json.WriteString("formatVersion", "1.0");
            json.WriteString("version", BuildInfo.Version);
            json.WriteBoolean("works", code == ExitCodes.Clean);
            json.WriteNumber("exitCode", code);
            json.WriteStartArray("checks");
            foreach (var check in checks)
            {
                json.WriteStartObject();
                json.WriteString("name", check.Name);
                json.WriteString("status", WordOf(check.Status));
                json.WriteString("message", check.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static string WordOf(DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => "ok",
        DoctorStatus.Warning => "warning",
        DoctorStatus.Problem => "problem",
        DoctorStatus.Skipped => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
