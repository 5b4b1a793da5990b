namespace Arize.TaskLint.Core.Runs;

/// <summary>Whether a continuous task does what it is there for, by its last runs.</summary>
public abstract record HealthVerdict
{
    private HealthVerdict()
    {
    }

    /// <summary>It scores, or there is not enough yet to say anything.</summary>
    public sealed record Nothing : HealthVerdict
    {
        public static readonly Nothing Instance = new();
    }

    /// <summary>It does not run, or its runs come to nothing.</summary>
    /// <param name="Message">What was found, without its likely cause.</param>
    /// <param name="Cause">The likely cause as a part of a message; null if there is none to name.</param>
    public sealed record Dead(string Message, string? Cause) : HealthVerdict
    {
        /// <summary>Whether its runs found nothing to judge, so that the filter may be the cause.</summary>
        public bool FindsNothing { get; init; }
    }

    /// <summary>It cannot be told.</summary>
    /// <param name="Reason">Why, as the rest of a message.</param>
    public sealed record Unknown(string Reason) : HealthVerdict;
}
