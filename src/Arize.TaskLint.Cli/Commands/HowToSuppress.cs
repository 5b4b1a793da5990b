using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Reading;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>How to suppress a rule. The text is the same for all rules, so it is not on their pages.</summary>
internal static class HowToSuppress
{
    /// <summary>The section that is appended to a rule's page.</summary>
    internal static string Of(Rule rule) => "\n## How to suppress\n\n" + (rule.Traits.IsAlwaysTold ? Never : string.Join('\n', Ways(rule)));

    private const string Never = """
        This rule cannot be suppressed, because an undetermined task may have drifted. Give the tool what it
        needs, or exclude the task from the run.

        """;

    private static IEnumerable<string> Ways(Rule rule)
    {
        // The comments of what is not valid YAML suppress nothing.
        if (rule is not ReadableFile && !rule.Traits.IsForCodeOnly)
        {
            yield return $"""
                For one line, with a comment above it that gives the reason:

                ```yaml
                # tasklint disable-next-line {rule.Id} -- reason
                ```

                """;
        }

        yield return $"""
            For some or all files, in `.editorconfig`:

            ```ini
            [{(rule.Traits.IsForCodeOnly ? "*.cs" : "*.{arize.yaml,cs}")}]
            dotnet_diagnostic.{rule.Id}.severity = none
            ```

            """;
        if (!rule.Traits.IsForCodeOnly)
        {
            yield return $$"""
                For all declarations, in `tasklint.yaml`:

                ```yaml
                rules: { {{rule.Id}}: none }
                ```

                """;
        }

        // A finding on a declaration that only the tool reports can still be suppressed in the code. Variables and settings are not in C#.
        if (!rule.Traits.IsForToolOnly || rule.Traits.NeedsLive || rule is PolicyRule or TrialRule)
        {
            var where = rule.Traits.IsForToolOnly
                ? "only `tasklint` reads it, because the compiler does not run the rule"
                : "it applies in the compiler, the editor and `tasklint`";
            yield return $"""
                In C#, with a pragma up to its `restore`, or an attribute on a type or a member; {where}:

                ```csharp
                #pragma warning disable {rule.Id} // reason
                #pragma warning restore {rule.Id}
                [SuppressMessage("{rule.Category}", "{rule.Id}", Justification = "reason")]
                ```

                """;
        }
    }
}
