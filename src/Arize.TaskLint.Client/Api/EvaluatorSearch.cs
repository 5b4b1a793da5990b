using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Client.Api;

/// <summary>Finds evaluators: one request for each, and one for each version that tasks are pinned to.</summary>
/// <param name="api">The API.</param>
internal sealed class EvaluatorSearch(ArizeApi api)
{
    private readonly Dictionary<string, Dictionary<string, Task<Told>>> asked = new(StringComparer.Ordinal);
    private LiveFailure? refused;
    private HashSet<string> live = [];
    private bool isBlind;

    /// <summary>What was found of each evaluator, in their order.</summary>
    /// <param name="references">The evaluators; with those that are declared by name, the result of looking up the name.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    internal async Task<IReadOnlyList<AttachedEvaluator>> FindAsync(
        IReadOnlyList<(EvaluatorReference Reference, NameResolution? Name)> references, CancellationToken cancellation)
    {
        var wanted = references
            .Select(one => (one.Reference, Id: one.Reference.Id ?? (one.Name as NameResolution.Found)?.Id, one.Name))
            .ToList();
        foreach (var (reference, id, _) in wanted.Where(one => one.Id is not null && one.Reference.IsVersionKnown))
            Ask(id!, reference.Version, cancellation);
        // Any version has the evaluator itself.
        foreach (var (_, id, _) in wanted.Where(one => one.Id is not null && !asked.ContainsKey(one.Id)))
            Ask(id!, null, cancellation);
        await Task.WhenAll(asked.Values.SelectMany(one => one.Values)).ConfigureAwait(false);
        // A version that is not there leaves open whether the evaluator is.
        var uncertain = asked.Where(one => one.Value.Any(version => version.Key.Length > 0 && version.Value.Result.IsNotThere));
        foreach (var id in uncertain.Select(one => one.Key).ToList())
            Ask(id, null, cancellation);

        await Task.WhenAll(asked.Values.SelectMany(one => one.Values)).ConfigureAwait(false);

        live = wanted.Where(one => one.Reference.IsLive && one.Id is not null).Select(one => one.Id!).ToHashSet(StringComparer.Ordinal);
        var results = asked.Values.SelectMany(one => one.Values).Select(one => one.Result).ToList();
        // A key that cannot read those that exist cannot see those that may exist.
        isBlind = live.Any(id => asked[id].Values.Any(one => one.Result.Failed is { Failure: ApiFailure.NotFound }))
            && !results.Exists(one => one.Evaluator is not null);
        return [.. wanted.Select(one => new AttachedEvaluator(one.Reference, one.Id is { } id ? Answer(one.Reference, id) : Answer(one.Name!)))];
    }

    private void Ask(string id, string? version, CancellationToken cancellation)
    {
        if (!asked.TryGetValue(id, out var versions))
            asked.Add(id, versions = new Dictionary<string, Task<Told>>(StringComparer.Ordinal));
        if (!versions.ContainsKey(version ?? ""))
            versions.Add(version ?? "", AskAsync(id, version, cancellation));
    }

    private async Task<Told> AskAsync(string id, string? version, CancellationToken cancellation)
    {
        try
        {
            var (evaluator, told) = await api.GetEvaluatorAsync(id, version, cancellation).ConfigureAwait(false);
            return new Told(evaluator, told, null);
        }
        catch (ApiException failed)
        {
            return new Told(null, null, failed);
        }
    }

    private EvaluatorAnswer Answer(EvaluatorReference reference, string id)
    {
        if (!reference.IsVersionKnown)
        {
            var any = asked[id].Values.Select(one => one.Result).OrderBy(one => one.Evaluator is null).First();
            return any.Evaluator is { } known ? new EvaluatorAnswer.Found(known, null) : NotFound(reference, id, any.Failed!);
        }

        var told = asked[id][reference.Version ?? ""].Result;
        if (told.Evaluator is { } evaluator)
            return Found(reference, id, evaluator, told.Version);
        if (reference.Version is null || !told.IsNotThere)
            return NotFound(reference, id, told.Failed!);
        var itself = asked[id][""].Result;
        return itself.Evaluator is { } other ? new EvaluatorAnswer.ForeignVersion(other, null) : NotFound(reference, id, itself.Failed!);
    }

    private EvaluatorAnswer Found(EvaluatorReference reference, string id, EvaluatorInfo evaluator, EvaluatorVersionInfo? version)
    {
        var isOwn = version?.EvaluatorId is not { } owner || owner == id || owner == evaluator.Id;
        if (reference.Version is not { } pin)
            return new EvaluatorAnswer.Found(evaluator, isOwn ? version : null);
        if (!isOwn && version!.Id == pin)
            return new EvaluatorAnswer.ForeignVersion(evaluator, version.EvaluatorId);
        if (version?.Id == pin && version.IsTyped)
            return new EvaluatorAnswer.Found(evaluator, version);
        // A server that knows no versions answers with the latest.
        var what = version?.Id == pin ? "without a type" : version?.Id is null ? "without a version" : "with another version";
        return new EvaluatorAnswer.Found(evaluator, null)
        { VersionUnknown = Failure($"{api.Host} answered {what} when it was asked for the pinned version of an evaluator") };
    }

    private static LiveFailure Failure(string message) => new(message, IsShared: false);

    private EvaluatorAnswer NotFound(EvaluatorReference reference, string id, ApiException failed)
    {
        switch (failed.Failure)
        {
            case ApiFailure.NotFound when !isBlind && !live.Contains(id):
                var advice = reference.Name is null && ResourceId.KindOf(id) is null ? "; if it is a name, declare it as 'evaluator'" : "";
                var what = reference.Name is null ? $"with the ID '{reference.Label}'" : $"'{reference.Label}' with the ID {api.Names.Of(id)}";
                return new EvaluatorAnswer.Missing($"there is no evaluator {what} at {api.Host}, or this key cannot see it{advice}");
            case ApiFailure.NotFound:
                return Refused();
            case ApiFailure.Refused:
                return new EvaluatorAnswer.Undetermined(
                    refused ??= new LiveFailure($"{failed.Message}; reading them takes the permission EVALUATOR_READ", IsShared: false));
            default:
                return new EvaluatorAnswer.Undetermined(Failure(failed.Message));
        }
    }

    // The API answers alike for what does not exist and for what the key may not read.
    private EvaluatorAnswer.Undetermined Refused() => new(refused ??= new LiveFailure(
        $"{api.Host} answers 404 for evaluators that live tasks run, so they exist, and the key lacks the permission EVALUATOR_READ",
        IsShared: false));

    private EvaluatorAnswer Answer(NameResolution name)
    {
        switch (name)
        {
            case NameResolution.Ambiguous { Ids: var ids }:
                return new EvaluatorAnswer.Ambiguous(ids);
            case NameResolution.Missing when isBlind:
                return Refused();
            case NameResolution.Missing { Reason: var reason }:
                return new EvaluatorAnswer.NoSuchName(reason);
            case NameResolution.Unresolved { Cause: var cause }:
                return new EvaluatorAnswer.Undetermined(cause);
            default:
                throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    private sealed record Told(EvaluatorInfo? Evaluator, EvaluatorVersionInfo? Version, ApiException? Failed)
    {
        /// <summary>Whether the evaluator, or this version of it, is not there.</summary>
        public bool IsNotThere => Failed is { Failure: ApiFailure.NotFound or ApiFailure.Unprocessable };
    }
}
