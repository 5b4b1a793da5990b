using System.Globalization;
using Arize.TaskLint.Cli.Inputs;
using Arize.TaskLint.Cli.Inputs.CSharp;
using Arize.TaskLint.Cli.Machine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Cli.Fixing;

/// <summary>Makes, in YAML files, the changes that findings come with, until none is left to make.</summary>
/// <param name="host">The machine.</param>
/// <param name="isDry">Whether to show the changes instead of writing them.</param>
/// <param name="counts">Of the findings of a file, those that count: what is switched off or suppressed is not fixed.</param>
/// <param name="isLocked">Whether nobody may suppress a rule.</param>
internal sealed class FixRun(Host host, bool isDry, Func<IReadOnlyList<Finding>, IEnumerable<Finding>> counts, Func<Rule, bool> isLocked)
{
    // A part that was added may itself bring a finding with a fix; each round makes all that go together.
    private const int MostRounds = 20;

    // What a variable is set to on this machine is no reason to change a file.
    private readonly DeclarationReader reader = new(_ => null);
    private readonly List<string> errors = [];
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
        tell(changes == 0 ? "nothing to fix" : done);
        if (errors.Count > 0)
            throw new UsageException(errors);
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
            var (text, made) = Fixed(source);
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

    private (string Text, int Made) Fixed(SourceFile file)
    {
        var made = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var document = reader.Read(file);
            var suppressions = new SuppressionIndex(document.Suppressions.Where(one => one.IsInForce(host.Today)));
            var findings = Linter.Check([document], new SpaceSettings());
            var fixes = counts([.. findings.Where(finding => isLocked(finding.Rule) || !suppressions.Covering(finding).Any())]).Select(finding => finding.Fix).OfType<Fix>().ToList();
            if (fixes.Count == 0)
                break;
            var text = new YamlFixWriter(file, fixes).Apply(out var count);
            if (count == 0)
                break;
            made += count;
            file = new SourceFile(file.Path, text);
        }

        return (file.Text, made);
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
