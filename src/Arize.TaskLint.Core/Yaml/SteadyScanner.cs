using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// A scanner that loses no token. Behind an anchored scalar in a flow mapping the library's parser looks at the next token and then asks
/// for the next one again, so that <c>{ a: &amp;x 1, b: 2 }</c> would lose its comma and count as broken.
/// </summary>
internal sealed class SteadyScanner(TextReader text) : IScanner
{
    private readonly Scanner inner = new(text);

    /// <inheritdoc/>
    public Mark CurrentPosition => inner.CurrentPosition;

    /// <inheritdoc/>
    public Token? Current => inner.Current;

    /// <inheritdoc/>
    public bool MoveNext() => inner.MoveNext();

    /// <inheritdoc/>
    public bool MoveNextWithoutConsuming() => inner.Current is not (null or StreamEnd) || inner.MoveNextWithoutConsuming();

    /// <inheritdoc/>
    public void ConsumeCurrent() => inner.ConsumeCurrent();
}
