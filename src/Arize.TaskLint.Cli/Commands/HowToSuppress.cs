using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Rules.Reading;

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
        // The comments of what is not valid YAML suppress nothing.
        if (rule is not ReadableFile && !rule.IsForCodeOnly)
        {
            yield return $"""
                At one place, by a comment above the line, with the reason:

                ```yaml
                # tasklint disable-next-line {rule.Id} -- reason
                ```

                """;
        }

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

        // What only the tool says of a declaration can be said where it stands all the same; variables and settings are not in C#.
        if (!rule.IsForToolOnly || rule.NeedsLive || rule is PolicyRule)
        {
            yield return $"""
                In C#, from a pragma to its `restore`, or for a type or a member; {(rule.IsForToolOnly ? "for `tasklint`, as the compiler does not know the rule" : "for the compiler, the editor and `tasklint` alike")}:

                ```csharp
                #pragma warning disable {rule.Id} // reason
                #pragma warning restore {rule.Id}
                [SuppressMessage("{rule.Category}", "{rule.Id}", Justification = "reason")]
                ```

                """;
        }
    }
}
