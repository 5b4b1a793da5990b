using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Trials;

/// <summary>Makes tasks ready to be tried on rows.</summary>
/// <param name="spans">The columns of spans that are asked for; null if there is no sample of spans.</param>
/// <param name="runs">The columns of runs or examples that are asked for; null if there is no sample of them.</param>
internal sealed class TrialBuilder(TrialColumns? spans, TrialColumns? runs)
{
    private const string Conversation = "conversation", Turns = "turn";
    private const string TraceId = "context.trace_id", SessionId = "attributes.session.id";

    private GroupIndex? traces;
    private GroupIndex? sessions;

    /// <summary>Makes a task ready.</summary>
    /// <param name="task">Its declaration.</param>
    /// <param name="live">The live task, which has what the declaration leaves unmanaged; null if it is not known.</param>
    /// <param name="attached">What is known of its evaluators.</param>
    internal TaskTrial Of(TaskDeclaration task, ObjectView? live, IReadOnlyList<AttachedEvaluator> attached, TaskTrial? atBase = null)
    {
        FieldValue InForce(FieldSpec field) => task[field] is { IsAbsent: false } declared ? declared : live?[field] ?? default;
        if (task.IsRunExperiment)
            return new TaskTrial(task) { NotTried = "it runs an experiment, and selects nothing" };
        var isOfDataset = InForce(TaskFields.DatasetId).IsGiven || InForce(TaskFields.Dataset).IsGiven;
        if ((isOfDataset ? runs : spans) is not { } asked)
        {
            var needed = isOfDataset ? "it is on a dataset, and needs --runs" : "it is on a project, and needs --spans";
            return new TaskTrial(task) { NotTried = needed, IsOfSpans = !isOfDataset };
        }

        var (filter, queries, evaluators) = (InForce(TaskFields.QueryFilter), InForce(TaskFields.QueryFilters), InForce(TaskFields.Evaluators));
        var named = NamedOf(queries, asked, out var letters, out var expression, out var unknown);
        unknown ??= TrialFilter.UnknownIn(filter) ?? (evaluators.IsUncertain ? $"'{evaluators.Path}' is not known here" : null);
        // What a partial declaration does not name may select other rows.
        if (unknown is null && task.IsPartial && live is null && filter.IsAbsent && queries.IsAbsent)
            unknown = "the declaration is partial and names no filter; compare with the live task (--live, or check --spans) to know it";
        return new TaskTrial(task)
        {
            Unknown = unknown,
            IsOfSpans = !isOfDataset,
            Filter = TrialFilter.Of(filter, asked),
            Named = named,
            Expression = named.Count == 0 ? null
                : queries.Object?[QueryFiltersFields.Expression].ShownText is { Length: > 0 } text ? Excerpt.Of(text) : letters[0],
            Evaluators = unknown is not null ? []
                : [.. evaluators.Objects.Select(one => EvaluatorOf(new EvaluatorDeclaration(one), attached, expression, isOfDataset, asked))],
            Project = isOfDataset ? null : ProjectOf(InForce(TaskFields.Project), InForce(TaskFields.ProjectId)),
            IsByProjectId = InForce(TaskFields.Project).Text is null,
            SamplingRate = InForce(TaskFields.SamplingRate).Number,
            IsRateUnknown = InForce(TaskFields.SamplingRate) is { IsGiven: true, Number: null },
            IsContinuous = InForce(TaskFields.IsContinuous).Boolean == true,
            AtBase = atBase,
        };
    }

    private static string? ProjectOf(FieldValue byName, FieldValue byId) => byName.Text ?? byId.Text;

    private static List<TrialFilter> NamedOf(
        FieldValue queries, TrialColumns asked, out IReadOnlyList<string> letters, out TrialExpression? expression, out string? unknown)
    {
        var filters = new List<TrialFilter>();
        (letters, expression, unknown) = ([], null, null);
        if (!queries.IsGiven)
            return filters;
        unknown = $"'{queries.Path}' is not known here";
        if (queries.IsUncertain || queries.Object is not { } view || view[QueryFiltersFields.Filters].IsUncertain
            || view[QueryFiltersFields.Expression] is { IsUncertain: true } or { State: ValueState.Matcher })
        {
            return filters;
        }

        var ids = new List<string>();
        foreach (var one in view[QueryFiltersFields.Filters].Objects)
        {
            if (one[NamedFilterFields.Id].Text is not { } id || TrialFilter.Of(one[NamedFilterFields.Filter], asked) is not { } filter)
                return filters;
            ids.Add(id);
            filters.Add(filter);
        }

        letters = ids;
        expression = TrialExpression.Parse(view[QueryFiltersFields.Expression].Text, ids);
        unknown = expression is not null ? null
            : "its 'expression' cannot be read, or has AND beside OR without parentheses, for which no order is documented";
        return filters;
    }

    private EvaluatorTrial EvaluatorOf(
        EvaluatorDeclaration evaluator, IReadOnlyList<AttachedEvaluator> attached, TrialExpression? expression, bool isOfDataset, TrialColumns asked)
    {
        var known = Known(evaluator, attached);
        FieldValue InForce(FieldSpec field) => known?.Reference.InForce(field) is { IsAbsent: false } found ? found : evaluator.View[field];
        var scope = known?.Version?.Scope ?? EvaluatorScope.Unknown;
        var used = scope != EvaluatorScope.Unknown ? scope : expression is null ? EvaluatorScope.Span : EvaluatorScope.Trace;
        var (columns, queries, filter) =
            (InForce(EvaluatorFields.ColumnMappings), InForce(EvaluatorFields.QueryMappings), InForce(EvaluatorFields.QueryFilter));
        var unknown = TrialFilter.UnknownIn(filter) ?? UnknownMappings(columns, queries, known?.Version is null);
        if (known?.Version is { IsCustomCode: true, Variables.Count: 0 })
            unknown ??= "its custom code names no variables, and such code was seen to score nothing (ATL3016)";
        List<VariableTrial> Variables() => VariablesOf(columns, queries, known?.Version, scope, isOfDataset, asked);
        var variables = unknown is null ? Variables() : [];
        if (variables.Count > GroupEvaluatorTrial.MostVariables)
            (unknown, variables) = ($"it has more than {GroupEvaluatorTrial.MostVariables} variables", []);
        if (unknown is null && variables.Exists(one => one.IsUnknown))
            unknown = $"the path of '{Excerpt.Of(variables.Find(one => one.IsUnknown)!.Name)}' is not known here";
        var own = TrialFilter.Of(filter, asked);
        var label = known?.Label ?? (evaluator.Evaluator.Field.ShownText is { } text ? Excerpt.Of(text) : "an evaluator");
        if (isOfDataset || used is EvaluatorScope.Span)
        {
            return new RowEvaluatorTrial(evaluator)
            {
                Label = label,
                Scope = EvaluatorScope.Span,
                IsScopeKnown = scope != EvaluatorScope.Unknown || isOfDataset,
                Filter = own,
                Variables = variables,
                Unknown = unknown,
                Unread = known?.WhyUnknown,
            };
        }

        var isScopeKnown = scope != EvaluatorScope.Unknown;
        GroupEvaluatorTrial Group(EvaluatorScope of, IReadOnlyList<VariableTrial> variables, TrialFilter? own, GroupEvaluatorTrial? other = null) =>
            new(evaluator, GroupsOf(of, asked), expression)
            {
                Label = label,
                Scope = of,
                IsScopeKnown = isScopeKnown,
                Filter = own,
                Variables = variables,
                Unknown = unknown,
                Unread = known?.WhyUnknown,
                BySession = other,
            };
        return Group(used, variables, own,
            isScopeKnown || unknown is not null ? null : Group(EvaluatorScope.Session, Variables(), TrialFilter.Of(filter, asked)));
    }

    private GroupIndex GroupsOf(EvaluatorScope scope, TrialColumns asked) => scope == EvaluatorScope.Trace
        ? traces ??= asked.With(new GroupIndex(asked.Asked.Ask(TraceId)))
        : sessions ??= asked.With(new GroupIndex(asked.Asked.Ask(SessionId)));

    private static AttachedEvaluator? Known(EvaluatorDeclaration evaluator, IReadOnlyList<AttachedEvaluator> attached)
    {
        var text = evaluator.Evaluator.Field.Text;
        bool IsNamed(AttachedEvaluator one) =>
            text is not null && (one.Reference.Id == text || one.Reference.Name == text || one.Evaluator?.Name == text);
        return attached.FirstOrDefault(one => one.Reference.Declared.View == evaluator.View) ?? attached.FirstOrDefault(IsNamed);
    }

    private static string? UnknownMappings(FieldValue columns, FieldValue queries, bool isUnknown) =>
        TrialFilter.UnknownIn(columns) ?? TrialFilter.UnknownIn(queries)
        ?? (!isUnknown ? null
        : columns.IsAbsent && queries.IsAbsent ? "its mappings are not declared, and its variables are not known without the live side"
        : columns.Entries.Count == 0 && queries.Objects.Count == 0 ? "it has no mappings, and its variables are not known without the live side"
        : columns.Entries.FirstOrDefault(entry => IsNothing(entry.Value)) is { Key: { } name }
            ? $"'{Excerpt.Of(name.Text)}' is mapped to nothing, and whether it is one of its variables is not known without the live side"
        : null);

    private static bool IsNothing(Node value) => value is ScalarNode { Unknown: null } path && (path.IsNull || string.IsNullOrWhiteSpace(path.Text));

    private static List<VariableTrial> VariablesOf(
        FieldValue columns, FieldValue queries, EvaluatorVersionInfo? version, EvaluatorScope scope, bool isOfDataset, TrialColumns asked)
    {
        var mapped = new List<VariableTrial>();
        foreach (var (key, value) in columns.Entries)
        {
            if (value is not ScalarNode { Unknown: null })
                mapped.Add(new VariableTrial(key.Text) { IsUnknown = true });
            else if (value is ScalarNode { IsNull: false } path && !string.IsNullOrWhiteSpace(path.Text))
                mapped.Add(new VariableTrial(key.Text).MapTo(path, columns.Path.Field(key.Text), asked, NameOf(path.Text)));
        }

        foreach (var mapping in queries.Objects)
        {
            if (mapping[QueryMappingFields.VariableName].Text is { } name)
                mapped.Add(OfQuery(name, mapping, asked));
        }

        if (version?.Variables is not { } variables)
            return mapped;
        var all = new List<VariableTrial>();
        foreach (var name in variables)
        {
            if (mapped.Find(one => one.Name == name) is { } variable)
                all.Add(variable);
            else if (name.StartsWith("attributes.", StringComparison.Ordinal))
                all.Add(new VariableTrial(name).ByName(asked));
            else if (isOfDataset)
                all.Add(new VariableTrial(name) { IsUnmapped = true }.ByName(asked));
            else if (!IsFilled(name, scope))
                all.Add(new VariableTrial(name) { IsUnmapped = true });
        }

        foreach (var one in mapped.Where(one => !variables.Contains(one.Name, StringComparer.Ordinal)))
        {
            one.IsLeftOver = true;
            all.Add(one);
        }

        return all;
    }

    private static VariableTrial OfQuery(string name, ObjectView mapping, TrialColumns asked)
    {
        var path = mapping[QueryMappingFields.AttributePath];
        if (TrialFilter.UnknownIn(path) is not null || TrialFilter.UnknownIn(mapping[QueryMappingFields.QueryIds]) is not null)
            return new VariableTrial(name) { IsUnknown = true };
        var variable = new VariableTrial(name) { Letters = mapping[QueryMappingFields.QueryIds].Texts };
        if (path is not { Text: { } text, Node: ScalarNode node } || string.IsNullOrWhiteSpace(text))
            return variable;
        // Whether the path of a query mapping has the root is not documented.
        var column = NameOf(text);
        return column.StartsWith(SpanAttributes.Root, StringComparison.Ordinal)
            ? variable.MapTo(node, path.Path, asked, column)
            : variable.MapTo(node, path.Path, asked, column, SpanAttributes.Root + column);
    }

    private static string NameOf(string path)
    {
        var text = path.Trim();
        return text.IndexOfAny(['[', '"']) < 0 ? text : ColumnPath.Of(new ColumnOperand(text, ColumnForm.Path, 0, text.Length)) ?? text;
    }

    // At session scope the server fills the conversation, or the turns under a name that is not documented; if the scope is unknown, it may.
    private static bool IsFilled(string variable, EvaluatorScope scope) =>
        scope is EvaluatorScope.Session or EvaluatorScope.Unknown
        && (variable == Conversation || variable.StartsWith(Turns, StringComparison.Ordinal));
}
