using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Engine.Inputs.CSharp;

/// <summary>Reads declarations in C#, which means that their code is run: in the C# workspace, a process of its own.</summary>
/// <param name="workspace">What the run reads and writes.</param>
internal sealed class CSharpInputs(Workspace workspace)
{
    private const string HostProgram = "Arize.TaskLint.CSharpHost.dll";

    private const string InstallDotnet = "install the .NET SDK 10 from https://dotnet.microsoft.com/download";

    // The archive of the release has it, and the .NET tool.
    private const string InstallHost =
        "unpack tasklint-csharp-host.tar.gz of the same version beside the program, or use 'dotnet tool install --global Arize.TaskLint.Cli'";

    // Where the exit code tells of a signal, it is this much more.
    private const int SignalBase = 128;

    // How the runtime begins to say why it ends a process.
    private static readonly string[] Reasons =
        ["Unhandled exception", "Stack overflow", "Process terminated", "Fatal error", "Out of memory", "Aborting"];

    private static readonly string[] SourceExtensions = [".cs", ".vb", ".fs"];

    private static readonly string[] Extensions = [".cs", ".csproj", ".vbproj", ".fsproj", ".dll"];

    private readonly Dictionary<string, LinePlaces> files = new(StringComparer.Ordinal);

    /// <summary>Whether a file is read by running its code.</summary>
    internal static bool Has(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads inputs. One that cannot be read does not hide the others.</summary>
    /// <param name="inputs">Their full paths.</param>
    /// <param name="reader">Reads what they give as declarations.</param>
    /// <param name="cancellation">Ends the code that is run.</param>
    /// <returns>What each input gave.</returns>
    internal async Task<IReadOnlyDictionary<string, CSharpInput>> ReadAsync(
        IReadOnlyList<string> inputs, DeclarationReader reader, CancellationToken cancellation)
    {
        var read = new Dictionary<string, CSharpInput>(StringComparer.Ordinal);
        // A process that breaks down takes one input with it; the next process reads those behind it.
        for (var first = 0; first < inputs.Count; first = read.Count)
        {
            var rest = inputs.Skip(first).ToList();
            var answers = new HostAnswers(rest.Count);
            var failure = await RunAsync(rest, answers, cancellation).ConfigureAwait(false);
            var last = failure is null || answers.Current < 0 ? rest.Count - 1 : answers.Current;
            for (var i = 0; i <= last; i++)
            {
                var isFailed = failure is not null && i == Math.Max(answers.Current, 0);
                read.Add(rest[i], Read(rest[i], answers, i, isFailed ? failure : null, reader));
            }
        }

        return read;
    }

    // Gives the reason where the process did not come to its end.
    private async Task<string?> RunAsync(List<string> inputs, HostAnswers answers, CancellationToken cancellation)
    {
        var host = Path.Combine(workspace.HostFolder, HostProgram);
        var hasHost = File.Exists(host);
        if (DotnetCommand.Find(workspace) is not { } dotnet)
        {
            return $"reading '{Shown(inputs[0])}' needs .NET: 'dotnet' is not in DOTNET_HOST_PATH, DOTNET_ROOT or PATH; "
                + (hasHost ? InstallDotnet : $"{InstallDotnet}, and {InstallHost}");
        }

        if (!hasHost)
            return $"reading '{Shown(inputs[0])}' needs what reads C#, which is not installed beside tasklint; {InstallHost}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        answers.OnInput = input =>
        {
            limit.CancelAfter(workspace.CodeLimit);
            workspace.Log.Progress($"reading declarations from {Shown(inputs[input])} …");
        };
        answers.OnPrint = text => workspace.Log.Printed(text.TrimEnd('\r', '\n'));
        string[] arguments = ["exec", host, "--ends-with-input", .. inputs];
        var call = new ProgramCall(dotnet, arguments, workspace.WorkingDirectory)
        {
            Variables = new Dictionary<string, string?> { [Workspace.KeyVariable] = null },
            OnLine = answers.Take,
        };
        try
        {
            limit.CancelAfter(workspace.CodeLimit);
            var end = await workspace.Run(call, limit.Token).ConfigureAwait(false);
            workspace.Log.Progress(null);
            // What user code, or a program that it started, wrote past its console.
            var lines = end.ErrorText.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var reason = answers.IsComplete
                ? -1
                : Array.FindIndex(lines, line => Array.Exists(Reasons, start => line.StartsWith(start, StringComparison.Ordinal)));
            if (answers.Current >= 0)
            {
                foreach (var line in reason < 0 ? lines : lines[..reason])
                    answers.OnPrint(line);
            }

            var said = reason < 0 && answers.Current >= 0 ? [] : lines[Math.Max(reason, 0)..];
            return answers.IsComplete ? null : Broken(inputs, answers.Current, end.ExitCode, said);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            workspace.Log.Progress(null);
            var shown = Shown(inputs[Math.Max(answers.Current, 0)]);
            return $"reading '{shown}' was ended after {Duration(workspace.CodeLimit)}: its code does not come to an end";
        }
        catch (OperationCanceledException)
        {
            workspace.Log.Progress(null);
            throw;
        }
        catch (Win32Exception failed)
        {
            return $"'{dotnet}' cannot be started, which reading '{Shown(inputs[0])}' needs: {failed.Message}";
        }
    }

    // A process that breaks down says why first, "Stack overflow.", and then where, from the runtime's own code down.
    private string Broken(List<string> inputs, int current, int exitCode, string[] lines)
    {
        var frame = lines.Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("at ", StringComparison.Ordinal)
            && !line.StartsWith("at System.", StringComparison.Ordinal)
            && !line.StartsWith("at Arize.TaskLint.", StringComparison.Ordinal));
        var words = lines.Length == 0 ? null : $"{lines[0].Trim().TrimEnd('.')}{(frame is null ? "" : $" {frame}")}";
        if (current < 0)
            return $"reading '{Shown(inputs[0])}' needs the .NET runtime, which did not start it: {words ?? $"exit code {exitCode}"}";
        var broken = $"reading '{Shown(inputs[current])}' broke off";
        return words is not null ? $"{broken}: {words}"
            : exitCode > SignalBase ? $"{broken}: its process was ended by signal {exitCode - SignalBase}"
            : $"{broken} with exit code {exitCode}: its code ended the process; a catalog must not call Environment.Exit";
    }

    private CSharpInput Read(string input, HostAnswers answers, int position, string? failure, DeclarationReader reader)
    {
        var errors = answers.ErrorsOf(position).ToList();
        if (failure is not null)
            errors.Add(failure);
        var documents = new List<TaskDocument>();
        // The files that declare, as the compiler knew them, and where they are.
        var sources = new Dictionary<string, LinePlaces>(StringComparer.Ordinal);
        string Local(string file) => answers.MovedOf(position).GetValueOrDefault(file, file);
        LinePlaces PlacesOf(string file) => sources.TryGetValue(file, out var known) ? known : sources[file] = Places(Local(file));
        foreach (var json in answers.DocumentsOf(position))
        {
            try
            {
                var document = new CSharpDocument(PlacesOf, Places(input), workspace.Secret).Read(json, reader, out var catalog);
                documents.Add(document);
                if (document.Tasks.Count == 0 && document.Problems.Count == 0 && answers.LostOf(position).Count == 0)
                    workspace.Log.Note($"{Shown(input)}: the catalog '{catalog}' declares no task");
            }
            catch (Exception invalid) when (invalid
                is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or FormatException)
            {
                errors.Add($"'{Shown(input)}' gives a document that cannot be read; "
                    + $"its version of Arize.TaskLint may not fit this tool: {invalid.Message}");
            }
        }

        Place PlaceOf(LostAnswer one) => one.File.Length > 0 ? PlacesOf(one.File).Of(one.Line) : Places(input).Of(0);
        var lost = answers.LostOf(position)
            .Select(one => (Problem)new LostDeclaration(PlaceOf(one), one.Cause, workspace.Shown(one.Subject)))
            .ToList();
        if (lost.Count > 0)
            documents.Add(new TaskDocument(Places(input).File, [], lost));
        // They are those of all its sources, and count once.
        if (documents.Count > 0)
        {
            var paths = sources.Values.Select(one => one.File.Path).ToList();
            documents[0] = documents[0] with { Suppressions = [.. SuppressionsOf(answers, position, paths, Local)] };
        }

        if (Path.GetExtension(input).Equals(".dll", StringComparison.OrdinalIgnoreCase))
        {
            var reasons = answers.UnreadOf(position);
            NoteUnread(input, reasons, [.. sources.Keys.Where(file => !File.Exists(Local(file)) || reasons.ContainsKey(file))]);
        }

        return new CSharpInput(documents, errors) { NoWarn = answers.NoWarnOf(position) };
    }

    private IEnumerable<Suppression> SuppressionsOf(HostAnswers answers, int position, IReadOnlyList<string> paths, Func<string, string> local)
    {
        foreach (var one in answers.SuppressionsOf(position))
            yield return one with { File = CallerPath(local(one.File)) };
        foreach (var one in paths.SelectMany(path => CSharpInput.Off(answers.NoWarnOf(position), path)))
            yield return one;
        // What the compiler sees elsewhere means a finding in any file that declares.
        foreach (var one in answers.SuppressedOf(position))
        {
            foreach (var path in paths)
            {
                yield return new Suppression(default, path, 1, int.MaxValue, one.Rule)
                {
                    Message = workspace.Shown(one.Message),
                    Task = one.Task is null ? null : workspace.Shown(one.Task),
                    Reason = one.Reason,
                    IsInCode = true,
                };
            }
        }
    }

    // An assembly may be read where it was not built; that its sources suppress something is then not known.
    private void NoteUnread(string input, IReadOnlyDictionary<string, string> reasons, List<string> unread)
    {
        if (unread.Count == 0)
            return;
        var more = unread.Count > 1 ? $" and {unread.Count - 1} more" : "";
        var reason = reasons.GetValueOrDefault(unread[0], "the assembly has no symbols beside it that name the file");
        workspace.Log.Note($"{Shown(input)}: '#pragma warning' and '[SuppressMessage]' in '{unread[0]}'{more} do not count: {reason}");
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
        Path.IsPathFullyQualified(path)
            && (File.Exists(path) || !Path.GetRelativePath(workspace.WorkingDirectory, path).StartsWith("..", StringComparison.Ordinal))
            ? Shown(path)
            : path;

    private string? TextOf(string path)
    {
        try
        {
            if (!SourceExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
                || !Path.IsPathFullyQualified(path) || !File.Exists(path))
            {
                return null;
            }

            workspace.Files.Read(path);
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

    private string Shown(string full) => InputFiles.DisplayPath(full, workspace.WorkingDirectory);

    private static string Duration(TimeSpan limit) => limit.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{limit.TotalMinutes:0.#} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0.#} seconds");
}
