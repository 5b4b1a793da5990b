using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>How a rule is made quiet. It is the same for all rules, so it stands here and not on their pages.</summary>
internal static class HowToSuppress
{
    /// <summary>The section that goes behind a rule's page.</summary>
    internal static string Of(Rule rule) => "\n## How to suppress\n\n" + (rule == Determined.Rule ? Never : string.Join('\n', Ways(rule)));

    private const string Never = """
        Not at all: what could not be determined may be drift. Give the tool what it needs, or take the task
        out of the run.

        """;

    private static IEnumerable<string> Ways(Rule rule)
    {
        yield return $"""
            For some files, or all, in `.editorconfig`:

            ```ini
            [{(rule.IsForCodeOnly ? "*.cs" : "*.{arize.yaml,cs}")}]
            dotnet_diagnostic.{rule.Id}.severity = none
            ```

            """;
        if (!rule.IsForCodeOnly)
        {
            yield return $$"""
                For all that the tool reads, in `tasklint.yaml`:

                ```yaml
                rules: { {{rule.Id}}: none }
                ```

                """;
        }

        if (!rule.IsForToolOnly)
        {
            yield return $"""
                In C#, at one place or for a type or a member, for the compiler and the editor; `tasklint` does not look at these:

                ```csharp
                #pragma warning disable {rule.Id} // reason
                [SuppressMessage("{rule.Category}", "{rule.Id}", Justification = "reason")]
                ```

                """;
        }
    }
}
