using System.Text;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Server;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Schema;

public sealed class ResourceIdTests
{
    [Theory]
    [InlineData("T25saW5lVGFzazo0NTpxUndY", "OnlineTask")]
    [InlineData("TW9kZWw6MTIzOmFCY0Q=", "Model")]
    [InlineData("RXZhbHVhdG9yOjEyOmFCY0Q=", "Evaluator")]
    [InlineData("VXNlcjoxOm5OYkM=", "User")]
    [InlineData("U3BhY2U6MQ==", "Space")]
    public void An_ID_tells_its_kind(string id, string kind) => Assert.Equal(kind, ResourceId.KindOf(id));

    [Theory]
    // Names, and what only looks like base64.
    [InlineData("support-bot")]
    [InlineData("Hallucination Eval")]
    [InlineData("abcd")]
    [InlineData("production")]
    [InlineData("SupportBotProject000")]
    [InlineData("Test")]
    [InlineData("TaskLintTaskLint")]
    [InlineData("")]
    [InlineData("====")]
    [InlineData("T25s aW5lVGFzazo0NTpxUndY")]
    [InlineData("T25saW5lVGFzazo0NTpxUnd")]
    [InlineData("T25saW5lVGFzazo0NTpxUndY\n")]
    public void A_name_is_no_ID(string name)
    {
        Assert.Null(ResourceId.KindOf(name));
        Assert.Null(ResourceId.ResourceOf(name));
    }

    [Theory]
    [InlineData("Model:")]
    [InlineData("Model:x")]
    [InlineData("Model:12:")]
    [InlineData("Model:12x")]
    [InlineData("Mod el:12:abc")]
    [InlineData("Model2:12:abc")]
    [InlineData(":12:abc")]
    [InlineData("12:abc")]
    [InlineData("Model:12:äbc")]
    public void Base64_of_another_form_is_no_ID(string text) => Assert.Null(ResourceId.KindOf(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("OnlineTask", "task")]
    [InlineData("Task", "task")]
    [InlineData("Model", "project")]
    [InlineData("Project", "project")]
    [InlineData("Dataset", "dataset")]
    [InlineData("Evaluator", "evaluator")]
    [InlineData("EvaluatorVersion", "evaluator version")]
    [InlineData("Experiment", "experiment")]
    [InlineData("Space", "space")]
    [InlineData("User", "user")]
    [InlineData("PromptVersion", "prompt version")]
    [InlineData("LlmIntegration", "LLM integration")]
    [InlineData("RemoteEndpointIntegration", "agent integration")]
    [InlineData("SomethingNew", null)]
    [InlineData("model", null)]
    public void A_kind_is_known_or_not(string kind, string? noun) => Assert.Equal(noun, ResourceId.ResourceOf(Ids.Make(kind, 12))?.Noun);

    [Fact]
    public void Every_kind_of_resource_is_known_by_its_IDs() => Assert.All(ResourceKind.All, kind =>
        Assert.All(kind.IdKinds, word => Assert.Same(kind, ResourceId.ResourceOf(Ids.Make(word, 7)))));

    [Fact]
    public void Words_and_numbers_are_never_IDs() => Gen.String[Gen.Char.AlphaNumeric, 1, 40].Sample(
        text => Assert.True(ResourceId.KindOf(text) is null || text.Length % 4 == 0),
        iter: 20_000);

    [Fact]
    public void A_letter_of_base64_in_four_is_not_enough() => Gen.String[Gen.Char.AlphaNumeric, 1, 10].Select(text => text + text + text + text).Sample(
        text => Assert.Null(ResourceId.KindOf(text)),
        iter: 20_000);
}
