using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// A scanner that loses no token. After an anchored scalar in a flow mapping, the library's parser peeks at the next token and then requests the next
/// one again, so that <c>{ a: &amp;x 1, b: 2 }</c> would lose its comma and be reported as invalid.
/// </summary>
/// <param name="seen">
/// Takes each token once, as the parser comes to it. A scanner that is asked again behind an error may go on forever; a parser stops there.
/// </param>
internal sealed class SteadyScanner(TextReader text, Action<Token>? seen = null) : IScanner
{
    private readonly Scanner inner = new(text);
    private Token? last;

    /// <inheritdoc/>
    public Mark CurrentPosition => inner.CurrentPosition;

    /// <inheritdoc/>
    public Token? Current => inner.Current;

    /// <inheritdoc/>
    public bool MoveNext() => Seen(inner.MoveNext());

    /// <inheritdoc/>
    public bool MoveNextWithoutConsuming() => Seen(inner.Current is not (null or StreamEnd) || inner.MoveNextWithoutConsuming());

    /// <inheritdoc/>
    public void ConsumeCurrent() => inner.ConsumeCurrent();

    private bool Seen(bool moved)
    {
        if (seen is not null && inner.Current is { } current && !ReferenceEquals(current, last))
            seen(last = current);
        return moved;
    }
}
