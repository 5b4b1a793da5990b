namespace Arize.TaskLint.Core.Schema;

/// <summary>A matcher in place of a scalar: a live value that fits is not drift.</summary>
public static class MatcherFields
{
    public static readonly FieldSpec Min = new("min", ValueKind.Number, "The least number that fits")
    { Role = FieldRole.Local, AlsoCalled = ["minimum", "least", "gte"] };

    public static readonly FieldSpec Max = new("max", ValueKind.Number, "The greatest number that fits")
    { Role = FieldRole.Local, AlsoCalled = ["maximum", "most", "lte"] };

    public static readonly FieldSpec Contains = new("contains", ValueKind.Text, "A part that the text must have, with letter case")
    { Role = FieldRole.Local };

    public static readonly FieldSpec Matches = new("matches", ValueKind.Text, "A .NET regular expression that must match somewhere in the text")
    { Role = FieldRole.Local };

    public static readonly FieldSpec OneOf = new("one_of", ValueKind.AnyList, "The values that fit") { Role = FieldRole.Local };

    public static readonly ObjectSpec Spec = new("a matcher", Min, Max, Contains, Matches, OneOf);

    /// <summary>
    /// Whether a part is permitted in a matcher for a value of a kind: a range for numbers, a part or a pattern for texts, a choice for all.
    /// </summary>
    public static bool Fits(FieldSpec part, ValueKind kind) =>
        part == Min || part == Max ? kind is ValueKind.Number or ValueKind.Integer
        : (part != Contains && part != Matches) || kind is ValueKind.Text or ValueKind.Enum;
}
