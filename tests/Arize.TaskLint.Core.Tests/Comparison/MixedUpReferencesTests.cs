using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>A name where an ID is due, and the other way round: the same resource is no drift, and never "the task must be recreated".</summary>
public sealed class MixedUpReferencesTests
{
    private const string Project = "TW9kZWw6MTIzOmFCY0Q=";
    private const string Evaluator = "RXZhbHVhdG9yOjEyOmFCY0Q=";

    private static readonly string Live =
        $$"""{ "name": "Check", "project_id": "{{Project}}", "evaluators": [{ "evaluator_id": "{{Evaluator}}", "evaluator_name": "Tone" }] }""";

    [Theory]
    [InlineData("project_id: bot")]
    [InlineData("project_id: TW9kZWw6MTIzOmFCY0Q")]
    [InlineData("evaluators: [{ evaluator_id: Tone }]")]
    [InlineData("evaluators: [{ evaluator_id: RXZhbHVhdG9yOjEyOmFCY0Q }]")]
    public void Name_or_ID_without_padding_in_a_field_for_IDs_is_no_drift_of_the_same_resource(string declared) =>
        Assert.Equal((SyncStatus.InSync, 0), Told(Check(declared)));

    [Theory]
    [InlineData($"project: {Project}", "project_id", $"'{Project}' is an ID, and no name; declare it as 'project_id'")]
    [InlineData($"evaluators: [{{ evaluator: {Evaluator} }}]", $"evaluators[{Evaluator}]", $"'{Evaluator}' is an ID, and no name; declare it as 'evaluator_id'")]
    public void ID_in_a_field_for_names_is_reported_with_its_field_and_is_no_drift(string declared, string path, string message)
    {
        var check = Check(declared);

        var finding = Assert.Single(check.Findings);
        Assert.Equal(("ATL7013", path, message), (finding.Rule.Id, finding.Path?.ToString(), finding.Message));
        Assert.Empty(check.Task.Changes);
    }

    [Fact]
    public void Name_of_another_project_in_the_field_for_IDs_is_drift_that_needs_another_task()
    {
        var change = Assert.Single(Check("project_id: other").Task.Changes);

        Assert.Equal(("project_id", true, "other"), (change.Path.ToString(), change.NeedsRecreate, change.DeclaredName));
    }

    [Fact]
    public void What_is_neither_an_ID_nor_a_known_name_is_drift_without_advice_to_recreate()
    {
        var check = Check("project_id: nobody");

        Assert.False(Assert.Single(check.Task.Changes).NeedsRecreate);
        Assert.EndsWith("; 'nobody' does not have the form of an ID; a name is declared as 'project'", Assert.Single(check.Findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluator: tone")]
    [InlineData("evaluator: 'Tone '")]
    [InlineData("evaluator_id: TONE")]
    public void Evaluator_whose_name_differs_in_case_or_blanks_names_the_one_that_may_be_meant(string declared) =>
        Assert.Contains(Check($"evaluators: [{{ {declared} }}]").Findings, finding => finding.Message.EndsWith("; did you mean 'Tone'", StringComparison.Ordinal));

    [Fact]
    public void Pin_that_the_live_task_lost_says_that_the_version_may_have_been_deleted() =>
        Assert.EndsWith(
            "; the version may have been deleted, which un-pins every task that was pinned to it",
            Assert.Single(Check("evaluators: [{ evaluator: Tone, evaluator_version_id: V1 }]").Findings).Message,
            StringComparison.Ordinal);

    private static (SyncStatus, int) Told(Checked check) => (check.Task.Status, check.Findings.Count);

    private static Checked Check(string declared) =>
        Checked.One($"{{ name: Check, partial: true, {declared} }}", Live, new() { ["bot"] = [Project], ["other"] = ["TW9kZWw6OTk5OmFCY0Q="] });
}
