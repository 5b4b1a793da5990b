namespace Arize.TaskLint;

/// <summary>The form of a response.</summary>
public enum ResponseFormatType
{
    /// <summary>TEXT: plain text, the API's default.</summary>
    Text,

    /// <summary>JSON_OBJECT: any JSON.</summary>
    JsonObject,

    /// <summary>JSON_SCHEMA: JSON that follows a schema.</summary>
    JsonSchema,
}
