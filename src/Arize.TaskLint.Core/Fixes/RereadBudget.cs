namespace Arize.TaskLint.Core.Fixes;

/// <summary>
/// Limits how much of a text is read again to verify fixes. If they fail together, subsets of them are tried, which could go on for very long.
/// </summary>
/// <param name="length">The length of the text, in characters.</param>
internal sealed class RereadBudget(int length)
{
    private const long Least = 1_000_000;
    private const int Times = 8;

    private long left = Least + ((long)Times * length);

    /// <summary>Takes the characters of one reading; false if they are not left.</summary>
    internal bool Spend(int characters) => (left -= characters) >= 0;
}
