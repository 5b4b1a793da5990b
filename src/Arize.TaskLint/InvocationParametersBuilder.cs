using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says how a model is called.</summary>
public sealed class InvocationParametersBuilder
{
    private readonly MappingNode mapping;

    internal InvocationParametersBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>temperature</c>: how freely tokens are drawn.</summary>
    /// <param name="temperature">A number, 0 or more; the highest depends on the provider; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Temperature)]
    public InvocationParametersBuilder Temperature(double? temperature, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Temperature, ScalarNode.Of(temperature), new(file, line));
        return this;
    }

    /// <summary>Lets <c>temperature</c> be anything that fits: how freely tokens are drawn.</summary>
    /// <param name="temperature">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Temperature)]
    public InvocationParametersBuilder Temperature(NumberMatcher temperature, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Temperature, temperature.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>max_tokens</c>: the most tokens of an answer.</summary>
    /// <param name="count">A number of tokens; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.MaxTokens)]
    public InvocationParametersBuilder MaxTokens(long? count, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.MaxTokens, ScalarNode.Of(count), new(file, line));
        return this;
    }

    /// <summary>Lets <c>max_tokens</c> be anything that fits: the most tokens of an answer.</summary>
    /// <param name="count">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.MaxTokens)]
    public InvocationParametersBuilder MaxTokens(NumberMatcher count, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.MaxTokens, count.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>max_completion_tokens</c>: the most tokens of an answer, reasoning included.</summary>
    /// <param name="count">A number of tokens; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.MaxCompletionTokens)]
    public InvocationParametersBuilder MaxCompletionTokens(long? count, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.MaxCompletionTokens, ScalarNode.Of(count), new(file, line));
        return this;
    }

    /// <summary>Lets <c>max_completion_tokens</c> be anything that fits: the most tokens of an answer, reasoning included.</summary>
    /// <param name="count">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.MaxCompletionTokens)]
    public InvocationParametersBuilder MaxCompletionTokens(NumberMatcher count, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.MaxCompletionTokens, count.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>top_p</c>: the probability mass that tokens are drawn from.</summary>
    /// <param name="mass">A share, 0 to 1; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.TopP)]
    public InvocationParametersBuilder TopP(double? mass, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.TopP, ScalarNode.Of(mass), new(file, line));
        return this;
    }

    /// <summary>Lets <c>top_p</c> be anything that fits: the probability mass that tokens are drawn from.</summary>
    /// <param name="mass">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.TopP)]
    public InvocationParametersBuilder TopP(NumberMatcher mass, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.TopP, mass.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>top_k</c>: how many tokens are drawn from.</summary>
    /// <param name="count">A number of tokens; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.TopK)]
    public InvocationParametersBuilder TopK(long? count, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.TopK, ScalarNode.Of(count), new(file, line));
        return this;
    }

    /// <summary>Lets <c>top_k</c> be anything that fits: how many tokens are drawn from.</summary>
    /// <param name="count">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.TopK)]
    public InvocationParametersBuilder TopK(NumberMatcher count, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.TopK, count.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>frequency_penalty</c>: how much repeated tokens are held back.</summary>
    /// <param name="penalty">A number, -2 to 2; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.FrequencyPenalty)]
    public InvocationParametersBuilder FrequencyPenalty(double? penalty, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.FrequencyPenalty, ScalarNode.Of(penalty), new(file, line));
        return this;
    }

    /// <summary>Lets <c>frequency_penalty</c> be anything that fits: how much repeated tokens are held back.</summary>
    /// <param name="penalty">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.FrequencyPenalty)]
    public InvocationParametersBuilder FrequencyPenalty(NumberMatcher penalty, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.FrequencyPenalty, penalty.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>presence_penalty</c>: how much tokens that occurred are held back.</summary>
    /// <param name="penalty">A number, -2 to 2; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.PresencePenalty)]
    public InvocationParametersBuilder PresencePenalty(double? penalty, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.PresencePenalty, ScalarNode.Of(penalty), new(file, line));
        return this;
    }

    /// <summary>Lets <c>presence_penalty</c> be anything that fits: how much tokens that occurred are held back.</summary>
    /// <param name="penalty">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.PresencePenalty)]
    public InvocationParametersBuilder PresencePenalty(NumberMatcher penalty, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.PresencePenalty, penalty.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>stop</c> to an empty list, where nothing adds to it: nothing ends the answer.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Stop, Use = FieldUse.Texts)]
    public InvocationParametersBuilder Stop([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Stop, [], new(file, line));
        return this;
    }

    /// <summary>Adds one text at which the answer ends to <c>stop</c>; several calls add to one list.</summary>
    /// <param name="text">A text at which the answer ends.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Stop, Use = FieldUse.Texts)]
    public InvocationParametersBuilder Stop(string? text, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Stop, [text], new(file, line));
        return this;
    }

    /// <summary>Adds two texts at which the answer ends to <c>stop</c>; several calls add to one list.</summary>
    /// <param name="first">A text at which the answer ends.</param>
    /// <param name="second">A text at which the answer ends.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Stop, Use = FieldUse.Texts)]
    public InvocationParametersBuilder Stop(string? first, string? second, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Stop, [first, second], new(file, line));
        return this;
    }

    /// <summary>Adds three texts at which the answer ends to <c>stop</c>; several calls add to one list.</summary>
    /// <param name="first">A text at which the answer ends.</param>
    /// <param name="second">A text at which the answer ends.</param>
    /// <param name="third">A text at which the answer ends.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Stop, Use = FieldUse.Texts)]
    public InvocationParametersBuilder Stop(
        string? first, string? second, string? third,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Stop, [first, second, third], new(file, line));
        return this;
    }

    /// <summary>Adds four texts at which the answer ends to <c>stop</c>; several calls add to one list.</summary>
    /// <param name="first">A text at which the answer ends.</param>
    /// <param name="second">A text at which the answer ends.</param>
    /// <param name="third">A text at which the answer ends.</param>
    /// <param name="fourth">A text at which the answer ends.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Stop, Use = FieldUse.Texts)]
    public InvocationParametersBuilder Stop(
        string? first, string? second, string? third, string? fourth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Stop, [first, second, third, fourth], new(file, line));
        return this;
    }

    /// <summary>Adds five texts at which the answer ends to <c>stop</c>; several calls add to one list.</summary>
    /// <param name="first">A text at which the answer ends.</param>
    /// <param name="second">A text at which the answer ends.</param>
    /// <param name="third">A text at which the answer ends.</param>
    /// <param name="fourth">A text at which the answer ends.</param>
    /// <param name="fifth">A text at which the answer ends.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Stop, Use = FieldUse.Texts)]
    public InvocationParametersBuilder Stop(
        string? first, string? second, string? third, string? fourth, string? fifth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Stop, [first, second, third, fourth, fifth], new(file, line));
        return this;
    }

    /// <summary>Adds any number of texts at which the answer ends to <c>stop</c>; several calls add to one list.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    [TaskField(FieldNames.Stop, Use = FieldUse.Texts)]
    public InvocationParametersBuilder Stop(IEnumerable<string?> texts, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Stop, Needed.Argument(texts, nameof(texts)), new(file, line));
        return this;
    }

    /// <summary>
    /// Adds six or more texts at which the answer ends to <c>stop</c>. The compiler cannot tell the line of this call: they stand at the line
    /// of the builder's call before it.
    /// </summary>
    /// <param name="first">A text at which the answer ends.</param>
    /// <param name="second">A text at which the answer ends.</param>
    /// <param name="third">A text at which the answer ends.</param>
    /// <param name="fourth">A text at which the answer ends.</param>
    /// <param name="fifth">A text at which the answer ends.</param>
    /// <param name="sixth">A text at which the answer ends.</param>
    /// <param name="more">Further ones.</param>
    [TaskField(FieldNames.Stop, Use = FieldUse.Texts)]
    public InvocationParametersBuilder Stop(
        string? first, string? second, string? third, string? fourth, string? fifth, string? sixth, params string?[] more)
    {
        mapping.Append(FieldNames.Stop, [first, second, third, fourth, fifth, sixth, .. Needed.Argument(more, nameof(more))], mapping.Latest);
        return this;
    }

    /// <summary>Says that <c>stop</c> must be unset: nothing ends the answer.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.Stop, null)]
    public InvocationParametersBuilder NoStop([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.Stop, new(file, line));
        return this;
    }

    /// <summary>Sets <c>response_format</c>: the form of the response.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.ResponseFormat, Use = FieldUse.Object)]
    public InvocationParametersBuilder ResponseFormat(
        Action<ResponseFormatBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.ResponseFormat, new(file, line))));
        return this;
    }

    /// <summary>Says that <c>response_format</c> must be unset: no form.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ResponseFormat, null)]
    public InvocationParametersBuilder NoResponseFormat([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ResponseFormat, new(file, line));
        return this;
    }

    /// <summary>Sets <c>tool_config</c>: the tools that the model may call.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.ToolConfig, Use = FieldUse.Object)]
    public InvocationParametersBuilder ToolConfig(
        Action<ToolConfigBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.ToolConfig, new(file, line))));
        return this;
    }

    /// <summary>Says that <c>tool_config</c> must be unset: no tools.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ToolConfig, null)]
    public InvocationParametersBuilder NoToolConfig([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ToolConfig, new(file, line));
        return this;
    }

    /// <summary>Sets <c>thinking_level</c>: how much a Gemini 3 model thinks.</summary>
    /// <param name="level"><c>low</c> or <c>high</c>; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ThinkingLevel)]
    public InvocationParametersBuilder ThinkingLevel(string? level, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ThinkingLevel, ScalarNode.Of(level), new(file, line));
        return this;
    }

    /// <summary>Lets <c>thinking_level</c> be anything that fits: how much a Gemini 3 model thinks.</summary>
    /// <param name="level">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ThinkingLevel)]
    public InvocationParametersBuilder ThinkingLevel(TextMatcher level, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ThinkingLevel, level.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>thinking_budget</c>: how many tokens a Gemini 2.5 model thinks.</summary>
    /// <param name="tokens">A number of tokens: 0 to 24576 (Flash), 128 to 32768 (Pro); null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ThinkingBudget)]
    public InvocationParametersBuilder ThinkingBudget(long? tokens, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ThinkingBudget, ScalarNode.Of(tokens), new(file, line));
        return this;
    }

    /// <summary>Lets <c>thinking_budget</c> be anything that fits: how many tokens a Gemini 2.5 model thinks.</summary>
    /// <param name="tokens">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ThinkingBudget)]
    public InvocationParametersBuilder ThinkingBudget(NumberMatcher tokens, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ThinkingBudget, tokens.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>reasoning_effort</c>: how much a reasoning model reasons.</summary>
    /// <param name="effort"><c>none</c>, <c>minimal</c>, <c>low</c>, <c>medium</c>, <c>high</c> or <c>xhigh</c>, as the model has them; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ReasoningEffort)]
    public InvocationParametersBuilder ReasoningEffort(string? effort, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ReasoningEffort, ScalarNode.Of(effort), new(file, line));
        return this;
    }

    /// <summary>Lets <c>reasoning_effort</c> be anything that fits: how much a reasoning model reasons.</summary>
    /// <param name="effort">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ReasoningEffort)]
    public InvocationParametersBuilder ReasoningEffort(TextMatcher effort, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ReasoningEffort, effort.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>verbosity</c>: how much the model says.</summary>
    /// <param name="verbosity"><c>low</c>, <c>medium</c> or <c>high</c>; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Verbosity)]
    public InvocationParametersBuilder Verbosity(string? verbosity, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Verbosity, ScalarNode.Of(verbosity), new(file, line));
        return this;
    }

    /// <summary>Lets <c>verbosity</c> be anything that fits: how much the model says.</summary>
    /// <param name="verbosity">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Verbosity)]
    public InvocationParametersBuilder Verbosity(TextMatcher verbosity, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Verbosity, verbosity.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets a parameter that the API's description does not name to a text.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <param name="value">The text; null: null.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public InvocationParametersBuilder Parameter(string key, string? value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a parameter that the API's description does not name to a number.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <param name="value">The number.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public InvocationParametersBuilder Parameter(string key, double value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a parameter that the API's description does not name to a whole number.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <param name="value">The number.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public InvocationParametersBuilder Parameter(string key, long value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a parameter that the API's description does not name to a truth value.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <param name="value">The truth value.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public InvocationParametersBuilder Parameter(string key, bool value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a parameter that the API's description does not name to a mapping.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="configure"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public InvocationParametersBuilder Parameter(
        string key, [TaskField("", Use = FieldUse.Object)] Action<ObjectBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetFreeMapping(Needed.Argument(key, nameof(key)), new(file, line))));
        return this;
    }

    /// <summary>Sets a parameter that the API's description does not name to a list.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="configure"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public InvocationParametersBuilder ParameterList(
        string key, [TaskField("", Use = FieldUse.List)] Action<ListBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetFreeList(Needed.Argument(key, nameof(key)), new(file, line))));
        return this;
    }

    /// <summary>Sets a parameter that the API's description does not name to null.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public InvocationParametersBuilder ParameterNull(string key, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of((string?)null), new(file, line));
        return this;
    }
}
