using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Api;

/// <summary>What one try of a request came to.</summary>
/// <param name="Outcome">What came, for the log and for messages.</param>
internal sealed record Attempt(string Outcome)
{
    /// <summary>The answer, where one came that can be used.</summary>
    internal Node? Answer { get; private init; }

    /// <summary>Whether another try may help.</summary>
    internal bool MayPass { get; private init; }

    /// <summary>How long the server asks to wait before another try.</summary>
    internal TimeSpan? RetryAfter { get; private init; }

    /// <summary>What kept the answer away.</summary>
    internal ApiFailure Failure { get; private init; } = ApiFailure.Other;

    internal static Attempt Answered(Node answer, string outcome) => new(outcome) { Answer = answer };

    internal static Attempt Fault(string message, TimeSpan? retryAfter = null) => new(message) { MayPass = true, RetryAfter = retryAfter };

    internal static Attempt Final(ApiFailure failure, string message) => new(message) { Failure = failure };
}
