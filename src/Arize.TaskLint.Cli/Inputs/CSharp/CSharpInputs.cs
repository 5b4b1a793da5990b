using System.ComponentModel;
using System.Text.Json;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Inputs.CSharp;

/// <summary>Reads declarations in C#, which means that their code is run: in the C# host, a process of its own.</summary>
/// <param name="host">The machine.</param>
internal sealed class CSharpInputs(Host host)
{
    private const string HostProgram = "csharp-host/Arize.TaskLint.CSharpHost.dll";

    private static readonly string[] Extensions = [".cs", ".csproj", ".dll"];

    private readonly Dictionary<string, LinePlaces> files = new(StringComparer.Ordinal);

    /// <summary>Whether a file is read by running its code.</summary>
    internal static bool Has(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads inputs.</summary>
    /// <param name="inputs">Their full paths.</param>
    /// <param name="reader">Reads what they give as declarations.</param>
    /// <param name="showsProgress">Whether to say what is being read while it takes time.</param>
    /// <param name="cancellation">Ends the code that is run.</param>
    /// <returns>The documents of each input.</returns>
    /// <exception cref="UsageException">An input cannot be read.</exception>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<TaskDocument>>> ReadAsync(
        IReadOnlyList<string> inputs, DeclarationReader reader, bool showsProgress, CancellationToken cancellation)
    {
        if (inputs.Count == 0)
            return new Dictionary<string, IReadOnlyList<TaskDocument>>();
        var answers = await RunAsync(inputs, showsProgress, cancellation).ConfigureAwait(false);
        if (answers.Errors.Count > 0)
            throw new UsageException(answers.Errors);
        return inputs.Select((input, i) => (input, i)).ToDictionary(one => one.input, one => (IReadOnlyList<TaskDocument>)Read(one.input, answers, one.i, reader), StringComparer.Ordinal);
    }

    private async Task<HostAnswers> RunAsync(IReadOnlyList<string> inputs, bool showsProgress, CancellationToken cancellation)
    {
        var dotnet = DotnetCommand.Find(host)
            ?? throw new UsageException($"reading '{Shown(inputs[0])}' needs the .NET runtime: 'dotnet' is not in DOTNET_HOST_PATH, DOTNET_ROOT or PATH");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var hasProgress = false;
        void ClearProgress()
        {
            if (hasProgress)
                host.Error.Write("\r\x1b[K");
            hasProgress = false;
        }

        var answers = new HostAnswers(inputs.Count)
        {
            OnInput = input =>
            {
                limit.CancelAfter(host.CodeLimit);
                ClearProgress();
                if (!showsProgress)
                    return;
                hasProgress = true;
                host.Error.Write($"\rreading declarations from {TerminalText.Escape(Shown(inputs[input]))} …");
                host.Error.Flush();
            },
            OnPrint = text =>
            {
                ClearProgress();
                host.Error.Write(TerminalText.Escape(text.TrimEnd('\r', '\n')) + "\n");
                host.Error.Flush();
            },
        };
        var call = new ProgramCall(dotnet, ["exec", Path.Combine(AppContext.BaseDirectory, HostProgram), "--ends-with-input", .. inputs], host.WorkingDirectory)
        {
            Variables = new Dictionary<string, string?> { [Host.KeyVariable] = null },
            OnLine = answers.Take,
        };
        try
        {
            limit.CancelAfter(host.CodeLimit);
            var end = await host.Run(call, limit.Token).ConfigureAwait(false);
            ClearProgress();
            if (!answers.IsComplete)
                throw new UsageException([.. answers.Errors, Broken(inputs, answers, end)]);
            foreach (var line in end.ErrorText.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                answers.OnPrint(line);
            return answers;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            ClearProgress();
            var current = Shown(inputs[Math.Max(answers.Current, 0)]);
            throw new UsageException([.. answers.Errors, $"reading '{current}' was ended after {Duration(host.CodeLimit)}: its code does not come to an end"]);
        }
        catch (OperationCanceledException)
        {
            ClearProgress();
            throw;
        }
        catch (Win32Exception failed)
        {
            throw new UsageException($"'{dotnet}' cannot be started, which reading '{Shown(inputs[0])}' needs: {failed.Message}");
        }
    }

    // A process that breaks down says why first, "Stack overflow.", and then where, from the runtime's own code down.
    private string Broken(IReadOnlyList<string> inputs, HostAnswers answers, ProgramEnd end)
    {
        var lines = end.ErrorText.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var frame = lines.FirstOrDefault(line => line.StartsWith("at ", StringComparison.Ordinal)
            && !line.StartsWith("at System.", StringComparison.Ordinal)
            && !line.StartsWith("at Arize.TaskLint.", StringComparison.Ordinal));
        var words = lines.Length == 0 ? null : $"{lines[0].TrimEnd('.')}{(frame is null ? "" : $" {frame}")}";
        if (answers.Current < 0)
            return $"reading '{Shown(inputs[0])}' needs the .NET runtime, which did not start it: {words ?? $"exit code {end.ExitCode}"}";
        var broken = $"reading '{Shown(inputs[answers.Current])}' broke off";
        return words is null
            ? $"{broken} with exit code {end.ExitCode}: its code ended the process; a catalog must not call Environment.Exit"
            : $"{broken}: {words}";
    }

    private TaskDocument[] Read(string input, HostAnswers answers, int position, DeclarationReader reader)
    {
        TaskDocument[] documents = [.. answers.DocumentsOf(position).Select(json => Read(input, json, reader))];
        if (documents.Length == 0)
            return documents;
        // They are those of all its sources, and count once.
        documents[0] = documents[0] with { Suppressions = [.. answers.SuppressionsOf(position).Select(one => one with { File = CallerPath(one.File) })] };
        return documents;
    }

    private TaskDocument Read(string input, string json, DeclarationReader reader)
    {
        try
        {
            return new CSharpDocument(Places, Places(input), host.Secret).Read(json, reader);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or FormatException)
        {
            throw new UsageException($"'{Shown(input)}' gives a document that cannot be read; its version of Arize.TaskLint may not fit this tool: {invalid.Message}");
        }
    }

    private LinePlaces Places(string path)
    {
        if (files.TryGetValue(path, out var known))
            return known;
        var places = new LinePlaces(CallerPath(path), TextOf(path));
        files.Add(path, places);
        return places;
    }

    // The path of a file that is not here stays as it is: the assembly may come from another machine, whose build may have rewritten it.
    private string CallerPath(string path) =>
        Path.IsPathFullyQualified(path) && (File.Exists(path) || !Path.GetRelativePath(host.WorkingDirectory, path).StartsWith("..", StringComparison.Ordinal)) ? Shown(path) : path;

    private static string? TextOf(string path)
    {
        try
        {
            if (!Path.GetExtension(path).Equals(".cs", StringComparison.OrdinalIgnoreCase) || !Path.IsPathFullyQualified(path) || !File.Exists(path))
                return null;
            if (FileBytes.Read(() => File.OpenRead(path), SourceText.MaximumBytes) is not { } bytes)
                return null;
            var source = SourceText.Decode(path, bytes, out var problem);
            return problem is null ? source.Text : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string Shown(string full) => InputFiles.DisplayPath(full, host.WorkingDirectory);

    private static string Duration(TimeSpan limit) => limit.TotalMinutes >= 1 ? $"{limit.TotalMinutes:0.#} minutes" : $"{limit.TotalSeconds:0.#} seconds";
}
