using System.Globalization;
using Arize.TaskLint.Cli.Commands;
using Arize.TaskLint.Cli.Inputs;
using Arize.TaskLint.Cli.Inputs.CSharp;
using Arize.TaskLint.Cli.Judgement;
using Arize.TaskLint.Cli.Machine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Cli.Fixing;

/// <summary>Makes, in YAML files, the changes that findings come with, until none is left to make.</summary>
/// <param name="host">The machine.</param>
/// <param name="isDry">Whether to show the changes instead of writing them.</param>
/// <param name="judge">Says which findings count: what is switched off is not fixed.</param>
internal sealed class FixRun(Host host, bool isDry, RunFindings judge)
{
    private readonly FixRounds rounds = CountedFixes.Of(host, judge);
    private readonly List<string> errors = [];
    private readonly List<Finding> unreadable = [];
    private int changedFiles;
    private int changes;

    /// <summary>Fixes files, each by itself.</summary>
    /// <param name="files">The files; those in C# are left alone.</param>
    /// <param name="tell">Takes a line about what was done.</param>
    /// <exception cref="UsageException">A file cannot be written; the others are fixed all the same.</exception>
    internal void Fix(IReadOnlyList<string> files, Action<string> tell)
    {
        if (files.Contains(InputFiles.StandardInput))
            throw new UsageException("--fix changes files, and standard input is none; give the file");
        foreach (var file in files.Where(CSharpInputs.Has))
            tell($"--fix leaves {InputFiles.DisplayPath(file, host.WorkingDirectory)} alone: C# is fixed by the editor, where the analyzer offers the same changes");
        foreach (var file in files.Where(file => !CSharpInputs.Has(file)))
            FixFile(file, InputFiles.DisplayPath(file, host.WorkingDirectory), tell);
        var done = $"{(isDry ? "would make" : "made")} {Counted(changes, "change")} in {Counted(changedFiles, "file")}";
        if (changes > 0 || errors.Count == 0)
            tell(changes == 0 ? "nothing to fix" : done);
        if (errors.Count > 0)
            throw new UsageException(errors);
    }

    /// <summary>Says which files are not valid YAML, where no lint follows that says so; whether there are any.</summary>
    internal bool TellUnreadable()
    {
        foreach (var finding in unreadable)
        {
            var (file, start) = (finding.Place.File!.Path, finding.Place.StartPosition);
            TaskLintTool.Say(host, string.Create(CultureInfo.InvariantCulture, $"{file}({start.Line},{start.Column}): error {finding.Rule.Id}: {finding.Message}"));
        }

        return unreadable.Count > 0;
    }

    private void FixFile(string file, string shown, Action<string> tell)
    {
        try
        {
            if (FileFacts.Of(file).Kind is FileKind.Pipe or FileKind.Other)
            {
                tell($"--fix leaves {shown} alone: it is not a regular file");
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
            if (isDry)
                UnifiedDiff.Write(host.Output, shown, source.Text, text);
            else
                WholeFile.Replace(file, bytes, SourceText.Encode(text, bytes), host.Files);
            changedFiles++;
            changes += made;
            tell($"{(isDry ? "would fix" : "fixed")} {shown}: {Counted(made, "change")}");
            TellPlaces(new SourceFile(shown, text), source.Text, tell);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            errors.Add($"'{shown}' cannot be fixed: {failed.Message}");
        }
    }

    // The parts that were added say what they are, and somebody has to say it better.
    private static void TellPlaces(SourceFile file, string before, Action<string> tell)
    {
        if (before.Contains(FillIn.Mark, StringComparison.Ordinal))
            return;
        for (var at = file.Text.IndexOf(FillIn.Mark, StringComparison.Ordinal); at >= 0; at = file.Text.IndexOf(FillIn.Mark, at + 1, StringComparison.Ordinal))
        {
            var (line, column) = (file.PositionOf(at).Line, file.PositionOf(at).Column);
            tell($"to be filled in: {file.Path}({line},{column}): {file.LineAt(line).Trim()}");
        }
    }

    private static string Counted(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
