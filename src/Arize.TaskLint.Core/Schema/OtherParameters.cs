namespace Arize.TaskLint.Core.Schema;

/// <summary>
/// Parameters that providers document and the schema does not have. They pass through open mappings, so they are no slips of names that they are near
/// to.
/// </summary>
internal static class OtherParameters
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "seed", "n", "user", "logprobs", "top_logprobs", "logit_bias", "stop_sequences", "stopSequences", "max_output_tokens", "maxOutputTokens",
        "candidate_count", "candidateCount", "repetition_penalty", "repeat_penalty", "length_penalty", "min_p", "min_tokens", "top_a", "typical_p",
        "thinking", "thinking_config", "thinkingConfig", "include_thoughts", "reasoning", "reasoning_format", "reasoning_summary", "service_tier",
        "store", "stream", "parallel_tool_calls", "metadata", "modalities", "prediction", "best_of", "echo", "suffix", "system", "safety_settings",
        "safetySettings", "response_mime_type", "responseMimeType", "response_schema", "responseSchema", "media_resolution", "audio", "tools",
        "tool_choice", "functions", "function_call", "max_tokens_to_sample", "max_new_tokens", "max_length", "temperature_last", "strict",
        "schemas", "types", "title", "$schema",
    };

    /// <summary>Whether a provider documents a parameter of this name.</summary>
    internal static bool Has(string name) => Names.Contains(name);
}
