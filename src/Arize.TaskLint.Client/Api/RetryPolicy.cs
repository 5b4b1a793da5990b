using System.Globalization;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Api;

/// <summary>
/// When a request is tried anew: after faults that may pass, with growing and jittered waits, or as long as the server asks for with
/// <c>Retry-After</c>; never beyond the time for everything.
/// </summary>
internal sealed class RetryPolicy
{
    private const double FirstWaitSeconds = 0.5;
    private const double LongestWaitSeconds = 5;

    private readonly ApiLimits limits;
    private readonly TimeProvider time;
    private readonly Action<string> log;
    private readonly long started;

    internal RetryPolicy(ApiLimits limits, TimeProvider time, Action<string> log)
    {
        this.limits = limits;
        this.time = time;
        this.log = log;
        started = time.GetTimestamp();
    }

    /// <summary>What is left of the time for everything.</summary>
    internal TimeSpan Remaining => limits.Total - time.GetElapsedTime(started);

    internal async Task<Node> RunAsync(Func<CancellationToken, Task<Attempt>> attempt, string request, CancellationToken cancellation)
    {
        var retries = 0;
        for (var tries = 1; ; tries++)
        {
            var last = await attempt(cancellation).ConfigureAwait(false);
            if (last.Answer is { } answer)
                return answer;
            // "At once" is no time to wait: a server in trouble would only be asked the faster.
            var asked = last.RetryAfter > TimeSpan.Zero ? last.RetryAfter : null;
            retries += asked is null ? 1 : 0;
            var wait = asked ?? Growing(retries);
            // What is said does not depend on when it is: requests that fail for one cause say the same.
            var isTooLong = wait >= Remaining;
            var giveUp = !last.MayPass ? ""
                : isTooLong && asked is not null
                    ? string.Create(CultureInfo.InvariantCulture,
                        $"; it asks to wait {wait.TotalSeconds:0} s, and less is left of the {limits.Total.TotalSeconds:0.#} s of --timeout")
                : retries > limits.Retries ? $"; given up after {tries} {(tries == 1 ? "try" : "tries")} of GET {request.Split('?')[0]}"
                : isTooLong
                    ? string.Create(CultureInfo.InvariantCulture,
                        $"; given up, as the {limits.Total.TotalSeconds:0.#} s of --timeout leave no time for another try")
                : null;
            if (giveUp is not null)
                throw new ApiException(last.Failure, last.Outcome + giveUp);
            log(string.Create(CultureInfo.InvariantCulture, $"waiting {wait.TotalSeconds:0.0} s before another try"));
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    // Each wait is about twice the one before; up to a quarter more or less, so that many clients do not come back at the same time.
    private static TimeSpan Growing(int retry) =>
        TimeSpan.FromSeconds(Math.Min(FirstWaitSeconds * Math.Pow(2, retry - 1), LongestWaitSeconds) * (0.75 + Random.Shared.NextDouble() / 2));
}
