using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;
using Arize.TaskLint.Engine.Inputs.CSharp;

namespace Arize.TaskLint.Engine.Inputs;

/// <summary>Finds and reads the files that declare tasks.</summary>
internal sealed class InputFiles(Workspace workspace)
{
    internal const string StandardInput = "-";

    /// <summary>How results call what comes from standard input.</summary>
    internal const string ShownStandardInput = "<stdin>";

    private static readonly string[] Extensions = [".arize.yaml", ".arize.yml"];

    /// <summary>Reads the files and runs the rules over them.</summary>
    /// <param name="files">The files.</param>
    /// <param name="run">The run.</param>
    /// <param name="mayRun">Whether the code of C# inputs may be run.</param>
    /// <param name="cancellation">Ends the code of C# inputs.</param>
    /// <returns>Which files cannot be read, and why, as messages; the others are read.</returns>
    internal async Task<IReadOnlyList<(string File, string Message)>> ReadAsync(
        IReadOnlyList<string> files, LintRun run, bool mayRun, CancellationToken cancellation)
    {
        var reader = new DeclarationReader(workspace.FillIn, workspace.Secret) { ParsesAhead = Environment.ProcessorCount > 1 };
        var inCSharp = files.Where(CSharpInputs.Has).ToList();
        if (inCSharp.Count > 0 && !mayRun)
        {
            throw new UsageException([.. inCSharp.Select(file =>
                $"'{DisplayPath(file, workspace.WorkingDirectory)}' is C#: reading it runs its code, which --no-run forbids")]);
        }

        var documents = await new CSharpInputs(workspace).ReadAsync(inCSharp, reader, cancellation).ConfigureAwait(false);
        var errors = new List<(string File, string Message)>();
        foreach (var file in files)
        {
            var shown = file == StandardInput ? ShownStandardInput : DisplayPath(file, workspace.WorkingDirectory);
            var before = run.TaskCount;
            try
            {
                if (documents.TryGetValue(file, out var declared))
                {
                    Add(declared.Documents, run);
                    errors.AddRange(declared.Errors.Select(error => (file, error)));
                }
                else if (BytesOf(file) is { } bytes)
                {
                    Read(shown, bytes, reader, run);
                    // Its project hands it to the compiler with its own settings.
                    run.Suppress(documents.Where(one => IsBelow(file, one.Key)).SelectMany(one => CSharpInput.Off(one.Value.NoWarn, shown)));
                }
                else
                    run.Add(DeclarationReader.TooLarge(shown));
                workspace.Log.Detail($"read {shown}: {(run.TaskCount - before == 1 ? "1 task" : $"{run.TaskCount - before} tasks")}");
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                errors.Add((file, $"'{shown}' cannot be read: {unreadable.Message}"));
            }
        }

        return errors;
    }

    private byte[]? BytesOf(string file) => file == StandardInput
        ? FileBytes.Read(workspace.Input, SourceText.MaximumBytes)
        : workspace.BytesOf(file, SourceText.MaximumBytes);

    private static bool IsBelow(string file, string project) =>
        file.StartsWith(Path.GetDirectoryName(project) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Add(IReadOnlyList<TaskDocument> documents, LintRun run)
    {
        foreach (var document in documents)
            run.Add(document);
    }

    private static void Read(string shown, byte[] bytes, DeclarationReader reader, LintRun run)
    {
        var source = SourceText.Decode(shown, bytes, out var problem);
        if (problem is null)
            run.Read(reader, source);
        else
            run.Add(new TaskDocument(source, [], [problem]));
    }

    /// <summary>Whether a file is read for its name alone.</summary>
    internal static bool IsDeclarationName(string path) =>
        Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>How results call a file: relative to the working directory, with <c>/</c>.</summary>
    internal static string DisplayPath(string full, string workingDirectory) =>
        Path.GetRelativePath(workingDirectory, full).Replace(Path.DirectorySeparatorChar, '/');
}
