namespace Arize.TaskLint.Core.Model;

/// <summary>A scalar: a text, which may be read as a number, a truth value or null if it is plain.</summary>
public sealed class ScalarNode : Node
{
    /// <param name="text">Its text, with variables filled in.</param>
    /// <param name="isPlain">Whether it may be read as a number, a truth value or null; false for what is quoted.</param>
    /// <param name="unknown">Why the value is not known, or null if it is.</param>
    public ScalarNode(Place place, string text, bool isPlain, UnknownReason? unknown = null)
        : base(place)
    {
        Text = text;
        IsPlain = isPlain;
        Unknown = unknown;
    }

    /// <summary>The text, with variables filled in.</summary>
    public string Text { get; }

    /// <summary>Whether the text may be read as a number, a truth value or null.</summary>
    public bool IsPlain { get; }

    /// <summary>Why the value is not known; null if it is.</summary>
    public UnknownReason? Unknown { get; }

    /// <summary>
    /// The place of its text, if that differs from the place of the value: at the anchor of an alias, at a constant of the code. Otherwise null.
    /// </summary>
    public Written? WrittenAt { get; init; }

    /// <summary>How the text was written, if it contains <c>${</c>; otherwise null.</summary>
    public VariableText? Variables { get; init; }

    /// <summary>The text as outputs show it: as it is written, if a variable was filled in. The value of a variable may be a secret.</summary>
    public string ShownText => IsFilled ? Variables!.Written : Text;

    /// <summary>Whether a variable was filled in, by its value or its default.</summary>
    public bool IsFilled => Variables is { IsFilled: true };

    public bool IsNull => Unknown is null && IsPlain && PlainScalar.IsNull(Text);

    /// <inheritdoc/>
    public override string Describe() => this switch
    {
        { Unknown: not null } => "a value that is not known",
        { IsNull: true } => "null",
        { IsPlain: true } when PlainScalar.TryBoolean(Text, out _) => "a truth value",
        { IsPlain: true } when PlainScalar.TryNumber(Text, out _) => "a number",
        _ => "text",
    };

    internal override bool HoldsVariables => Variables is not null;

    internal override Node At(Place place) =>
        new ScalarNode(place, Text, IsPlain, Unknown) { WrittenAt = WrittenAt ?? new Written(Place), Variables = Variables };

    internal override Node WithVariables(Func<ScalarNode, ScalarNode> change) => HoldsVariables ? change(this) : this;
}
