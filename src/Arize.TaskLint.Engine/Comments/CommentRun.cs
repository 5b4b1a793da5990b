using Arize.TaskLint.Client.Platforms;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine.Comments;

/// <summary>Keeps one comment on a pull or merge request up to date.</summary>
/// <param name="workspace">What the run reads.</param>
internal sealed class CommentRun(Workspace workspace)
{
    /// <summary>Writes, changes or removes the comment.</summary>
    /// <returns>The comment, if nothing is to be written; otherwise null.</returns>
    /// <exception cref="UsageException">A result cannot be read, or the job is for no request.</exception>
    internal async Task<string?> RunAsync(CommentRequest request, CancellationToken cancellation)
    {
        // What tells them apart is their names, and else their paths.
        var names = request.Results.Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        var areDistinct = names.Distinct(StringComparer.Ordinal).Count() == names.Count;
        List<(string Name, Report Report)> results =
            [.. request.Results.Select((file, i) => (areDistinct ? names[i] : file, SavedResult.Read(workspace, file)))];
        if (request.IsDry)
            return CommentBody.Of(results, linkOf: null, isTrusted: true);
        try
        {
            using var target = await CommentTarget.FindAsync(workspace, request.Number, cancellation).ConfigureAwait(false);
            if (target.Comments is not { } comments)
            {
                workspace.Log.Note("this job runs for no pull or merge request that is open, so there is nothing to comment on");
                return null;
            }

            await TryAsync("no comment was written", target, async () =>
            {
                var outcome = await WriteAsync(request, results, target, comments, cancellation).ConfigureAwait(false);
                workspace.Log.Note($"{outcome} {target.Called}");
            }).ConfigureAwait(false);
            if (request.Label is { } label)
            {
                await TryAsync("the label was not changed", target,
                    () => comments.LabelAsync(label, results.Any(one => one.Report.ExitCode != 0), cancellation)).ConfigureAwait(false);
            }

            if (request.MostLines > 0)
            {
                await TryAsync("not all comments on lines were written", target,
                    () => WriteLinesAsync(request.MostLines, [.. results.Select(one => one.Report)], target, cancellation)).ConfigureAwait(false);
            }
        }
        catch (PlatformException refused)
        {
            workspace.Log.Warn($"no comment was written: {refused.Message}");
        }

        return null;
    }

    // The result of the check stands, whether or not it can be shown here.
    private async Task TryAsync(string failure, CommentTarget target, Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (PlatformException refused)
        {
            workspace.Log.Warn($"{failure}: {refused.Message}{target.AdviceOn(refused)}");
        }
    }

    private async Task WriteLinesAsync(int most, IReadOnlyList<Report> reports, CommentTarget target, CancellationToken cancellation)
    {
        if (target.Review is not { } review)
        {
            workspace.Log.Warn("no comments on lines: the event of this job does not tell the commit");
            return;
        }

        var lines = new LineComments(review, target.Prefix, target.IsTrusted);
        var (written, refused, gone) = await lines.WriteAsync(reports, most, cancellation).ConfigureAwait(false);
        workspace.Log.Note(FormattableString.Invariant($"comments on lines: {written} written, {gone} taken back"));
        if (refused > 0)
        {
            workspace.Log.Warn(FormattableString.Invariant($"{refused} comments on lines were not accepted by the platform; ")
                + "the lines may not be of this request any more (--verbose shows the answers)");
        }
    }

    private async Task<string> WriteAsync(
        CommentRequest request,
        IReadOnlyList<(string Name, Report Report)> results,
        CommentTarget target,
        PullRequestComments comments,
        CancellationToken cancellation)
    {
        var marker = new CommentMarker(request.Id, target.Workflow, target.Run, Math.Max(1, target.Attempt), workspace.Time.GetUtcNow());
        var hasContent = results.Any(one => CommentBody.HasContent(one.Report));
        var all = await comments.ListAsync(cancellation).ConfigureAwait(false);
        var own = all.Where(one => one.IsOwn && CommentMarker.Of(one.Body)?.IsOf(marker) == true).ToList();
        var text = CommentBody.Of(results, target.LinkOf, target.IsTrusted).TrimEnd();
        var body = $"{text}\n\n{marker}";
        if (own.Count == 0)
        {
            if (!hasContent)
                return "nothing was found, and nothing is to be said on";
            await comments.CreateAsync(body, cancellation).ConfigureAwait(false);
            return "a comment was written on";
        }

        var (last, others) = (own[^1], own[..^1]);
        if (CommentMarker.Of(last.Body)!.IsLaterThan(marker))
            return "a later run has commented already, so this one leaves its comment as it is on";
        // Two jobs at one time may both have found none.
        foreach (var other in others)
            await comments.DeleteAsync(other.Id, cancellation).ConfigureAwait(false);
        if (!hasContent && request.Removes)
        {
            await comments.DeleteAsync(last.Id, cancellation).ConfigureAwait(false);
            return "nothing is found any more, so the comment was removed from";
        }

        // Where a later run finds the same, its number has to be there for runs between the two that end after it.
        if (CommentMarker.TextOf(last.Body) == text && !marker.IsLaterThan(CommentMarker.Of(last.Body)!))
            return "the comment is up to date on";
        await comments.UpdateAsync(last.Id, body, cancellation).ConfigureAwait(false);
        return CommentMarker.TextOf(last.Body) == text ? "the comment says the same, and is of this run now, on" : "the comment was updated on";
    }
}
