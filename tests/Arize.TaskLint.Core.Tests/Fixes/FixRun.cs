using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Tests.Fixes;

/// <summary>Fixes texts, as <c>lint --fix</c> does.</summary>
internal static class FixRun
{
    /// <summary>The text when nothing is left to fix; a second run changes nothing.</summary>
    internal static string All(string text)
    {
        var rounds = new FixRounds((_, finding) => finding.Severity);
        var fixedText = rounds.Fix(new SourceFile("t.arize.yaml", text), out var made);
        Assert.Equal(made == 0, fixedText == text);
        Assert.Equal(fixedText, rounds.Fix(new SourceFile("t.arize.yaml", fixedText), out _));
        return fixedText;
    }
}
