namespace Arize.TaskLint.Cli.Output;

/// <summary>The report cannot be written to standard output: exit code 2, whatever the result was.</summary>
internal sealed class OutputLostException(string reason) : Exception($"standard output cannot be written: {reason}");
