using Arize.TaskLint.Core.Model;
using Polly;
using Polly.Retry;

namespace Arize.TaskLint.Client.Api;

/// <summary>
/// When a request is tried anew: after faults that may pass, with growing and jittered waits, or as long as the server asks for with
/// <c>Retry-After</c>; never beyond the time for everything.
/// </summary>
internal sealed class RetryPolicy
{
    private readonly ApiLimits limits;
    private readonly TimeProvider time;
    private readonly Action<string> log;
    private readonly long started;
    private readonly ResiliencePipeline<Attempt> pipeline;

    internal RetryPolicy(ApiLimits limits, TimeProvider time, Action<string> log)
    {
        this.limits = limits;
        this.time = time;
        this.log = log;
        started = time.GetTimestamp();
        pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.FromSeconds(0.5),
                MaxDelay = TimeSpan.FromSeconds(5),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => new ValueTask<bool>(MayTryAgain(arguments.Outcome.Result, arguments.AttemptNumber)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.RetryAfter),
                OnRetry = arguments =>
                {
                    log($"waiting {arguments.RetryDelay.TotalSeconds:0.0} s before another try");
                    return default;
                },
            })
            .Build();
    }

    /// <summary>What is left of the time for everything.</summary>
    internal TimeSpan Remaining => limits.Total - time.GetElapsedTime(started);

    internal async Task<Node> RunAsync(Func<CancellationToken, Task<Attempt>> attempt, string request, CancellationToken cancellation)
    {
        var last = await pipeline.ExecuteAsync(async token => await attempt(token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        if (last.Answer is { } answer)
            return answer;
        throw new ApiException(last.Failure, last.RetryAfter is { } wait && wait > Remaining
            ? $"{last.Outcome}; it asks to wait {wait.TotalSeconds:0} s, and {Math.Max(0, Remaining.TotalSeconds):0} s of --timeout are left"
            : last.MayPass ? $"{last.Outcome}; given up after {limits.Retries + 1} tries of GET {request.Split('?')[0]}" : last.Outcome);
    }

    private bool MayTryAgain(Attempt? attempt, int retriesSoFar)
    {
        if (attempt is not { MayPass: true })
            return false;
        return attempt.RetryAfter is { } wait ? wait <= Remaining : retriesSoFar < limits.Retries && Remaining > TimeSpan.Zero;
    }
}
