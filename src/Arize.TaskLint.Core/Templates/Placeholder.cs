namespace Arize.TaskLint.Core.Templates;

/// <summary>How placeholders are written.</summary>
public enum PlaceholderStyle
{
    /// <summary><c>{x}</c>; <c>{{</c> and <c>}}</c> stand for a brace.</summary>
    SingleBraces,

    /// <summary><c>{{x}}</c>, blanks inside of the braces allowed.</summary>
    DoubleBraces,
}

/// <summary>A placeholder in a text.</summary>
/// <param name="Name">The variable's name: <c>question</c>, <c>dataset.question</c>.</param>
/// <param name="Start">The offset of its first brace.</param>
/// <param name="Length">How long it is, braces included.</param>
public readonly record struct Placeholder(string Name, int Start, int Length);
