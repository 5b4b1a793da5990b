namespace Arize.TaskLint.Core.Fixes;

/// <summary>
/// How much of a text may be read again to see what fixes make of it. Where they fail together, parts of them are tried; where that goes on and
/// on, an end has to be made.
/// </summary>
/// <param name="length">The length of the text, in characters.</param>
internal sealed class RereadBudget(int length)
{
    private const long Least = 1_000_000;
    private const int Times = 8;

    private long left = Least + ((long)Times * length);

    /// <summary>Takes the characters of one reading; false where they are not left.</summary>
    internal bool Spend(int characters) => (left -= characters) >= 0;
}
