using System.Globalization;
using System.Text;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Yaml;
using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Inputs.CSharp;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Engine.Fixing;

/// <summary>Makes, in YAML files, the changes that findings come with, until none is left to make.</summary>
/// <param name="workspace">What the run reads and writes.</param>
/// <param name="isDry">Whether to show the changes instead of writing them.</param>
/// <param name="severities">Says which findings count: what is switched off is not fixed.</param>
internal sealed class FixRun(Workspace workspace, bool isDry, FindingSeverities severities)
{
    private readonly FixRounds rounds = CountedFixes.Of(workspace, severities);
    private readonly List<string> errors = [];
    private readonly List<Finding> unreadable = [];
    private readonly StringBuilder patch = new();
    private int changedFiles;
    private int changes;

    /// <summary>Fixes files, each by itself.</summary>
    /// <param name="files">The files; those in C# are left alone.</param>
    /// <exception cref="UsageException">A file cannot be written; the others are fixed all the same.</exception>
    internal void Fix(IReadOnlyList<string> files)
    {
        if (files.Contains(InputFiles.StandardInput))
            throw new UsageException("--fix changes files, and standard input is none; give the file");
        foreach (var file in files.Where(CSharpInputs.Has))
        {
            workspace.Log.Note($"--fix leaves {InputFiles.DisplayPath(file, workspace.WorkingDirectory)} alone: "
                + "C# is fixed by the editor, where the analyzer offers the same changes");
        }

        foreach (var file in files.Where(file => !CSharpInputs.Has(file)))
            FixFile(file, InputFiles.DisplayPath(file, workspace.WorkingDirectory));
        var done = $"{(isDry ? "would make" : "made")} {Counted(changes, "change")} in {Counted(changedFiles, "file")}";
        if (changes > 0 || errors.Count == 0)
            workspace.Log.Note(changes == 0 ? "nothing to fix" : done);
        if (errors.Count > 0)
            throw new UsageException(errors);
    }

    /// <summary>The changes that would be made, as a unified diff; empty where they were written.</summary>
    internal string Patch => patch.ToString();

    /// <summary>The files that are not valid YAML, as messages: where nothing is written, no lint follows that reports them.</summary>
    internal IReadOnlyList<string> Unreadable =>
        [.. unreadable.Select(finding => $"{finding.Place.Text}: error {finding.Rule.Id}: {finding.Message}")];

    private void FixFile(string file, string shown)
    {
        try
        {
            if (FileFacts.Of(file).Kind is FileKind.Pipe or FileKind.Other)
            {
                workspace.Log.Note($"--fix leaves {shown} alone: it is not a regular file");
                return;
            }

            // What cannot be read, the run that follows says.
            if (FileBytes.Read(() => File.OpenRead(file), SourceText.MaximumBytes) is not { } bytes)
                return;
            var source = SourceText.Decode(shown, bytes, out var problem);
            if (problem is not null)
                return;
            var text = rounds.Fix(source, out var made);
            if (isDry && made == 0 && FixRounds.WhyUnreadable(source) is { } reason)
                unreadable.Add(reason);
            if (made == 0)
                return;
            if (isDry && !UnifiedDiff.AppendTo(patch, shown, source.Text, text))
                workspace.Log.Note(UnifiedDiff.NoteOn(shown));
            if (!isDry)
                WholeFile.Replace(file, bytes, SourceText.Encode(text, bytes), workspace.Files);
            changedFiles++;
            changes += made;
            workspace.Log.Note($"{(isDry ? "would fix" : "fixed")} {shown}: {Counted(made, "change")}");
            TellPlaces(new SourceFile(shown, text), source.Text);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            errors.Add($"'{shown}' cannot be fixed: {failed.Message}");
        }
    }

    // The parts that were added say what they are, and somebody has to say it better.
    private void TellPlaces(SourceFile file, string before)
    {
        if (before.Contains(FillIn.Mark, StringComparison.Ordinal))
            return;
        for (var at = PlaceAfter(-1); at >= 0; at = PlaceAfter(at))
        {
            var (line, column) = (file.PositionOf(at).Line, file.PositionOf(at).Column);
            var added = file.LineAt(line).Trim();
            workspace.Log.Note(string.Create(CultureInfo.InvariantCulture, $"to be filled in: {file.Path}:{line}:{column}: {added}"));
        }

        int PlaceAfter(int at) => file.Text.IndexOf(FillIn.Mark, at + 1, StringComparison.Ordinal);
    }

    private static string Counted(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
