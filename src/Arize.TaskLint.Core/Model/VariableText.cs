namespace Arize.TaskLint.Core.Model;

/// <summary>How a text with variables was written, and what was filled in.</summary>
/// <param name="Written">The text as it is written.</param>
/// <param name="IsPlain">Whether it is written without quotes.</param>
public sealed record VariableText(string Written, bool IsPlain)
{
    /// <summary>Whether a variable was filled in, by its value or its default.</summary>
    public bool IsFilled { get; init; }

    /// <summary>The variables of the environment whose values were filled in.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>A variable whose default is written in the form of the shell, <c>${VAR:-x}</c>; null if there is none.</summary>
    public string? ShellForm { get; init; }

    /// <summary>A text as a declaration in YAML has it, where <c>${</c> would begin a variable.</summary>
    public static string Escape(string text) => (text ?? throw new ArgumentNullException(nameof(text))).Replace("${", "$${");

    /// <summary>The value as it is written, with no variable filled in, for answers of the API.</summary>
    internal static Node Unfilled(Node node) => node.WithVariables(scalar =>
        new ScalarNode(scalar.Place, scalar.Variables!.Written, scalar.Variables.IsPlain) { WrittenAt = scalar.WrittenAt });

    /// <summary>The value as outputs show it.</summary>
    internal static Node Shown(Node node) => node.WithVariables(scalar => scalar.IsFilled
        ? new ScalarNode(scalar.Place, scalar.ShownText, isPlain: false, scalar.Unknown) { WrittenAt = scalar.WrittenAt }
        : scalar);

    /// <summary>The value in which filled-in texts are unknown. An empty text contains no secret.</summary>
    internal static Node Veiled(Node node) => node.WithVariables(scalar => scalar.IsFilled && !IsEmpty(scalar)
        ? new ScalarNode(scalar.Place, scalar.ShownText, isPlain: false, scalar.Unknown ?? new UnknownReason(null, scalar.Place))
        { WrittenAt = scalar.WrittenAt, Variables = scalar.Variables }
        : scalar);

    /// <summary>
    /// The value with other texts of the same kind where the environment filled in a variable. A truth value has only one alternative, and is not
    /// changed.
    /// </summary>
    internal static Node Disguised(Node node) =>
        node.WithVariables(scalar =>
            scalar.Variables is not { Secrets.Count: > 0 } || IsEmpty(scalar) || scalar.Unknown is not null ? scalar
            : scalar.IsPlain && PlainScalar.TryBoolean(scalar.Text, out _) ? scalar
            : scalar.IsPlain && PlainScalar.TryNumber(scalar.Text, out var number) ? Instead(scalar, number == 0.5 ? "0.25" : "0.5", isPlain: true)
            : Instead(scalar, scalar.ShownText, isPlain: false));

    private static ScalarNode Instead(ScalarNode scalar, string text, bool isPlain) =>
        new(scalar.Place, text, isPlain) { WrittenAt = scalar.WrittenAt, Variables = scalar.Variables };

    private static bool IsEmpty(ScalarNode scalar) => scalar.Unknown is null && string.IsNullOrWhiteSpace(scalar.Text);

    /// <summary>The scalars in a value into which a variable was filled, its default included.</summary>
    internal static IEnumerable<ScalarNode> FilledIn(Node node) => !node.HoldsVariables ? [] : node switch
    {
        ScalarNode scalar => scalar.IsFilled ? [scalar] : [],
        ListNode list => list.Items.SelectMany(FilledIn),
        MappingNode mapping => mapping.Entries.Concat(mapping.Repeated).SelectMany(entry => FilledIn(entry.Value)),
        _ => [],
    };
}
