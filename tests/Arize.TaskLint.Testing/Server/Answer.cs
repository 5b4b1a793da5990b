using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Testing.Server;

/// <summary>A whole HTTP answer, before it is sent.</summary>
internal sealed record Answer(int Status, string? ContentType, byte[] Body)
{
    // Names in other scripts go out as they are, not as \u escapes: so the readers' UTF-8 is tested too.
    private static readonly JsonSerializerOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer Json(JsonNode json, int status = 200, string contentType = "application/json") =>
        Text(status, contentType, json.ToJsonString(AsIs));

    public static Answer Text(int status, string? contentType, string text) => new(status, contentType, Encoding.UTF8.GetBytes(text));

    public Answer With(string header, string? value) =>
        value is null ? this : this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
