using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Tests.Schema;

public sealed class SpanAttributesTests
{
    [Theory]
    [InlineData("input.value", true)]
    [InlineData("llm.output_messages", true)]
    [InlineData("llm.output_messages.0.message.content", true)]
    [InlineData("retrieval.documents.0.document.metadata", true)]
    [InlineData("input", false)]
    [InlineData("message.content", false)]
    [InlineData("0.message.content", false)]
    [InlineData("question", false)]
    [InlineData("", false)]
    [InlineData(".", false)]
    public void Known(string name, bool isKnown) => Assert.Equal(isKnown, SpanAttributes.IsKnown(name));

    [Theory]
    [InlineData("input.valu", "input.value")]
    [InlineData("output.vaule", "output.value")]
    [InlineData("llm.output_mesages.0.message.contents.3.mesage_content.text", "llm.output_messages.0.message.contents.3.message_content.text")]
    [InlineData("llm.outputmessages.0", "llm.output_messages.0")]
    [InlineData("llm.token.count.total", "llm.token_count.total")]
    [InlineData("Session.ID", "session.id")]
    [InlineData("retrieval.documents.0.document.contetn", "retrieval.documents.0.document.content")]
    [InlineData("input.value", null)]
    [InlineData("llm.output_messages.0.message.content", null)]
    [InlineData("llm.output_messages.0.message.contents", null)]
    [InlineData("llm.output_messages.0.message.mood", null)]
    [InlineData("user.ip", null)]
    [InlineData("user_id", null)]
    [InlineData("inptu.vlaue.a", null)]
    [InlineData("imput.valeu", "input.value")]
    [InlineData("imptu.valeu", null)]
    [InlineData("customer.id", null)]
    [InlineData("input", null)]
    [InlineData("7", null)]
    [InlineData("7.8", null)]
    [InlineData("", null)]
    public void The_nearest_attribute(string name, string? nearest) => Assert.Equal(nearest, SpanAttributes.NearestTo(name));

    [Fact]
    public void A_very_long_name_is_near_to_nothing() => Assert.Null(SpanAttributes.NearestTo("input.value" + new string('x', 100_000)));
}
