namespace Arize.TaskLint.Core.Judging;

/// <summary>What a sample of runs and examples lacks.</summary>
/// <param name="Reason">What is missing, as a part of a sentence.</param>
/// <param name="IsOfSomeRows">Whether it is missing for some of the rows alone.</param>
internal sealed record SampleGap(string Reason, bool IsOfSomeRows);
