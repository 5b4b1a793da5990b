namespace Arize.TaskLint.Cli.Output;

/// <summary>Standard output does not take what belongs there: exit code 2, whatever the result was.</summary>
internal sealed class OutputLostException(string reason) : Exception($"standard output cannot be written: {reason}");
