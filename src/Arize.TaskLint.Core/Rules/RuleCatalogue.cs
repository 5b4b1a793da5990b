using Arize.TaskLint.Core.Rules.DataSource;
using Arize.TaskLint.Core.Rules.Evaluators;
using Arize.TaskLint.Core.Rules.Filters;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Rules.Policies;
using Arize.TaskLint.Core.Rules.Reading;
using Arize.TaskLint.Core.Rules.RunConfiguration;
using Arize.TaskLint.Core.Rules.Suppressions;
using Arize.TaskLint.Core.Rules.TraceAndSession;

namespace Arize.TaskLint.Core.Rules;

/// <summary>Every rule, in the order of their IDs. Lists, pages, links and descriptors are made from it.</summary>
public static class RuleCatalogue
{
    /// <summary>Every rule.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        // 1xxx: reading a declaration
        new ReadableFile(),
        new RightKind(),
        new KnownField(),
        new KeyOnce(),
        new RequiredField(),
        new KnownWord(),
        new NoServerField(),
        new TaskDeclaredOnce(),
        new TextWhereNeeded(),
        new VariableIsSet(),
        new IdOfRightKind(),
        new ReferenceOnce(),
        new ConstantInCode(),
        new ReferenceHoldsWhatItSays(),
        new DefaultInOwnForm(),
        new NothingIsLost(),

        // 2xxx: data source, sampling
        new DataSourceGiven(),
        new OneDataSource(),
        new SamplingRateOnlyOnProjectTasks(),
        new SamplingRateIsAShare(),
        new ContinuousOnlyOnProjectTasks(),
        new ExperimentsOnlyOnDatasetTasks(),
        new DatasetEvaluationNamesExperiments(),
        new RunExperimentOnDataset(),
        new NothingToJudgeOnRunExperiment(),
        new SamplingRateAboveZero(),
        new FullSamplingIsMeant(),
        new MatcherTellsValuesApart(),

        // 3xxx: evaluators, mappings
        new EvaluationHasEvaluators(),
        new EvaluatorsOnlyOnEvaluations(),
        new EvaluatorAttachedOnce(),
        new EvaluatorsArePinned(),
        new MappingsAreRooted(),
        new KnownAttributeSpelt(),
        new MappingsAreFilled(),
        new EvaluatorExists(),
        new EvaluatorFitsTaskType(),
        new PinnedVersionIsItsOwn(),
        new OneDataScope(),
        new OneCustomCodeEvaluator(),
        new EveryVariableIsMapped(),
        new MappingHasVariable(),
        new ResultColumnWrittenOnce(),
        new CustomCodeHasVariables(),
        new FilterLeavesWholeTraces(),
        new PromptNamesChoices(),

        // 4xxx: run configuration
        new RunExperimentHasConfiguration(),
        new ConfigurationOnlyOnRunExperiment(),
        new ConfigurationIsComplete(),
        new MembersFitExperimentType(),
        new PromptIsNotEmpty(),
        new InputTemplateIsMapping(),
        new ParametersInRange(),
        new PlaceholdersInForce(),
        new MappingFitsTemplate(),
        new VariableFormatInUse(),
        new ToolMessagesAreWhole(),
        new ResponseHasSchema(),
        new ChoicesToChooseFrom(),
        new TemplateNamesChoices(),

        // 5xxx: query filters
        new FilterIsWellFormed(),
        new FilterSpeaksItsLanguage(),
        new ValuesAreInSingleQuotes(),
        new SpanKindByItsAttribute(),
        new KnownKindsAndCodes(),
        new FiltersAgree(),
        new ColumnsAreKnown(),
        new ColumnsAreIndexed(),

        // 6xxx: trace and session filters
        new OneShapeOfFilter(),
        new FilterIdsAreLetters(),
        new ExpressionJoinsFilters(),
        new MappingsNameFilters(),
        new OneShapeOfMappings(),

        // 7xxx: the live task
        Drift.Rule,
        TaskExists.Rule,
        TaskIsDeclared.Rule,
        Determined.Rule,
        LiveTaskKeepsRules.Rule,
        LatestVersionStays.Rule,
        TaskIsAlive.Rule,
        LiveFieldIsKnown.Rule,
        NameFitsOne.Rule,
        TaskSelects.Rule,
        EvaluatorJudges.Rule,
        RowsAreKept.Rule,
        NamedResourceExists.Rule,

        // 8xxx: a team's own policies
        new SamplingWithinPolicy(),
        new PinnedAsPolicyAsks(),
        new FilteredAsPolicyAsks(),
        new NamedAsPolicyAsks(),
        new CallsWithinPolicy(),

        // 9xxx: suppressions, configuration
        SuppressionMatches.Rule,
        SuppressionInForce.Rule,
        new KnownRuleOrSetting(),
    ];

    /// <summary>The rule of an ID, in any letter case, or null.</summary>
    public static Rule? Find(string id) =>
        All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase));
}
