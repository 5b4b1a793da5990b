using static Arize.TaskLint.Match;

namespace Arize.TaskLint.Tests.Samples;

/// <summary>Spans of a project, judged as they arrive.</summary>
public sealed class ProjectEvaluation : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.InSpace("production");
        tasks.TemplateEvaluation("Production Hallucination Check")
            .OnProject("TW9kZWw6MTIzOmFCY0Q=")
            .SamplingRate(0.1)
            .Continuous()
            .QueryFilter("status_code = 'OK'")
            .Evaluator("RXZhbHVhdG9yOjEyOmFCY0Q=", evaluator => evaluator
                .Map("input", "attributes.input.value")
                .Map("output", "attributes.output.value")
                .PinnedTo(null)
                .QueryFilter("latency_ms > 10000"))
            .EvaluatorNamed("Toxicity")
            .IgnoreDrift("query_filter", "the on-call tunes it", until: "2027-01-31");
        tasks.CodeEvaluation("Length")
            .WithId("T25saW5lVGFzazo0NTpxUndY")
            .InSpace("staging")
            .OnProjectNamed("support-bot")
            .EvaluatorNamed("Too long", evaluator => evaluator.NoMappings());
    }
}

/// <summary>Experiments of datasets.</summary>
public sealed class DatasetEvaluation : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.TemplateEvaluation("By ID")
            .OnDataset("RGF0YXNldDo3OmFi")
            .Experiments("RXhwZXJpbWVudDo4OmFi", "RXhwZXJpbWVudDo5OmFi")
            .Evaluator("RXZhbHVhdG9yOjEyOmFCY0Q=", evaluator => evaluator.Map("output", "output").PinnedTo("RXZhbHVhdG9yVmVyc2lvbjo2OmFC"));
        foreach (var model in (string[])["small", "large"])
        {
            tasks.TemplateEvaluation($"Regression of {model}")
                .OnDatasetNamed("regression")
                .ExperimentsNamed([$"{model} 1", $"{model} 2"])
                .Continuous(false)
                .EvaluatorNamed("Correctness");
        }
    }
}

/// <summary>The fields that a partial declaration names, and those that must be unset.</summary>
public sealed class PartialAndMatched : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.Task("Someone else's")
            .Partial()
            .SamplingRate(Between(0.05, 0.2))
            .QueryFilter(Containing("status_code"))
            .NoExperiments();
        tasks.Task()
            .WithId("T25saW5lVGFzazo0NTpxUndY")
            .Partial(true)
            .OfType(OneOf("TEMPLATE_EVALUATION", "CODE_EVALUATION"))
            .OnProject(OneOf("TW9kZWw6MTIzOmFCY0Q=", "TW9kZWw6MTI0OmFCY0Q="))
            .OnDataset(null)
            .SamplingRate(OneOf(0.1, 1))
            .NoQueryFilters()
            .NoRunConfiguration()
            .Evaluator("RXZhbHVhdG9yOjEyOmFCY0Q=", evaluator => evaluator.Map("input", Matching("^attributes\\.")));
    }
}

/// <summary>Traces and sessions.</summary>
public sealed class TraceAndSession : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks) => tasks
        .TemplateEvaluation("Whole conversations")
        .OnProjectNamed("support-bot")
        .QueryFilters(filters => filters
            .Filter("A", "attributes.openinference.span.kind = 'AGENT'")
            .Filter("B", Containing("TOOL"))
            .Expression("A AND B"))
        .EvaluatorNamed("Goal reached", evaluator => evaluator
            .MapQuery("question", question => question.From("A").Attribute("attributes.input.value"))
            .MapQuery("tools", used => used.From("A", "B").Attribute("attributes.tool.name"))
            .MapQuery("answer", answer => answer.From().Attribute(Containing("output"))))
        .EvaluatorNamed("Polite", evaluator => evaluator.NoQueryMappings());
}

/// <summary>An experiment in which a model answers.</summary>
public sealed class LlmGeneration : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks) => tasks
        .RunExperiment("Nightly answers")
        .OnDatasetNamed("regression")
        .RunLlmGeneration(run => run
            .AiIntegration("TGxtSW50ZWdyYXRpb246MTphYg==")
            .Model(OneOf("gpt-4o", "gpt-4o-mini"))
            .VariableFormat(VariableFormat.FString)
            .PromptVersion(null)
            .SystemMessage("You answer as JSON: {{\"answer\": \"…\"}}\nand say \\ nothing else.")
            .UserMessage("{question}")
            .AssistantMessage(null, message => message
                .ToolCall("call_1", call => call.Function("search", "{\"q\": \"{question}\"}")))
            .ToolMessage("{found}", "call_1")
            .Message(MessageRole.User, "Go on")
            .Message("assistant", Containing("yes"), message => message.NoToolCalls())
            .Message(message => message
                .Role(MessageRole.Assistant)
                .ToolCall(call => call.OfType(ToolCallType.Function).WithId("call_2").Function("stop", Containing("{"))))
            .InvocationParameters(parameters => parameters
                .Temperature(0.2)
                .MaxTokens(256)
                .MaxCompletionTokens(AtMost(1024))
                .TopP(0.9)
                .TopK(40)
                .FrequencyPenalty(-0.5)
                .PresencePenalty(0)
                .Stop("END", "STOP")
                .ResponseFormat(format => format
                    .OfType(ResponseFormatType.JsonSchema)
                    .JsonSchema(schema => schema
                        .Named("answer")
                        .Description("An answer")
                        .Strict()
                        .Schema(json => json
                            .Set("type", "object")
                            .Set("properties", properties => properties.Set("answer", answer => answer.Set("type", "string")))
                            .SetList("required", required => required.Add("answer")))))
                .NoToolConfig()
                .ThinkingLevel("low")
                .ThinkingBudget(1024)
                .ReasoningEffort("high")
                .Verbosity("low")
                .Parameter("seed", 42)
                .Parameter("logprobs", false)
                .ParameterList("stream", stream => stream.Add(1.5)))
            .ProviderParameters(provider => provider
                .Set("safety", safety => safety.Set("level", 3).SetNull("owner")))
            .ToolConfig(tools => tools
                .Tool(tool => tool.Set("type", "function").Set("function", function => function.Set("name", "search")))
                .ToolChoice("auto")));
}

/// <summary>An experiment that runs a judge's template.</summary>
public sealed class TemplateRun : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks) => tasks
        .RunExperiment("Judge the judge")
        .OnDataset("RGF0YXNldDo3OmFi")
        .RunTemplateEvaluation(run => run
            .AiIntegrationNamed("OpenAI")
            .Model("gpt-4o")
            .Template("Is {{answer}} right?")
            .ProvideExplanation()
            .Choice("right", 1)
            .Choice("wrong", AtMost(0))
            .Map("answer", "output")
            .EvaluatorVersion(null)
            .NoInvocationParameters()
            .NoProviderParameters());
}

/// <summary>An experiment that calls an agent.</summary>
public sealed class AgentCall : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.RunExperiment("Call the agent")
            .OnDatasetNamed("regression")
            .RunAgentCall(run => run
                .Integration("UmVtb3RlRW5kcG9pbnRJbnRlZ3JhdGlvbjozOmFi")
                .InputTemplate(input => input
                    .Set("question", "{{question}}")
                    .SetList("history", history => history
                        .AddObject(turn => turn.Set("role", "user").Set("content", "{{before}}"))
                        .AddList(inner => inner.Add(1).Add(true).Add(null)))));
        tasks.RunExperiment("Call the other")
            .OnDatasetNamed("regression")
            .RunConfiguration(run => run
                .OfType(ExperimentType.AgentCall)
                .IntegrationNamed("other agent")
                .InputTemplate(input => input.Set("question", "{{dataset.question}}")));
    }
}
