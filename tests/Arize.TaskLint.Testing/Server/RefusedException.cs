namespace Arize.TaskLint.Testing.Server;

/// <summary>A request that the API refuses, with the status that it answers and why.</summary>
internal sealed class RefusedException(int status, string detail) : Exception(detail)
{
    public int Status { get; } = status;
}
