namespace Arize.TaskLint.Core.Schema;

/// <summary>What may stand for a scalar: any live value that fits is no drift.</summary>
public static class MatcherFields
{
    /// <summary>The least number that fits.</summary>
    public static readonly FieldSpec Min = new("min", ValueKind.Number, "The least number that fits")
    { Role = FieldRole.Local, AlsoCalled = ["minimum", "least", "gte"] };

    /// <summary>The greatest number that fits.</summary>
    public static readonly FieldSpec Max = new("max", ValueKind.Number, "The greatest number that fits")
    { Role = FieldRole.Local, AlsoCalled = ["maximum", "most", "lte"] };

    /// <summary>A part that the text must have.</summary>
    public static readonly FieldSpec Contains = new("contains", ValueKind.Text, "A part that the text must have, with letter case")
    { Role = FieldRole.Local };

    /// <summary>A pattern that the text must match somewhere.</summary>
    public static readonly FieldSpec Matches = new("matches", ValueKind.Text, "A .NET regular expression that must match somewhere in the text")
    { Role = FieldRole.Local };

    /// <summary>The values that fit.</summary>
    public static readonly FieldSpec OneOf = new("one_of", ValueKind.AnyList, "The values that fit") { Role = FieldRole.Local };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a matcher", Min, Max, Contains, Matches, OneOf);

    /// <summary>
    /// Whether a part may stand in a matcher for a value of a kind: a range for numbers, a part or a pattern for texts, a choice for all.
    /// </summary>
    public static bool Fits(FieldSpec part, ValueKind kind) =>
        part == Min || part == Max ? kind is ValueKind.Number or ValueKind.Integer
        : (part != Contains && part != Matches) || kind is ValueKind.Text or ValueKind.Enum;
}
