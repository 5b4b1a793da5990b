using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Arize.TaskLint.Testing.Server;

/// <summary>Hands out cursors that say nothing, and takes each back only with the very query that it came from.</summary>
internal sealed class Cursors
{
    private readonly ConcurrentDictionary<string, (string Query, int Offset)> _known = new();

    public string Make(string collection, IReadOnlyDictionary<string, string> query, int offset)
    {
        var cursor = Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
        _known[cursor] = (Signature(collection, query), offset);
        return cursor;
    }

    public int Offset(string collection, IReadOnlyDictionary<string, string> query)
    {
        if (!query.TryGetValue("cursor", out var cursor))
            return 0;
        if (!_known.TryGetValue(cursor, out var known))
            throw new RefusedException(400, "cursor is not one that this server gave out");
        if (known.Query != Signature(collection, query))
            throw new RefusedException(400, "cursor belongs to a query with other parameters");
        return known.Offset;
    }

    private static string Signature(string collection, IReadOnlyDictionary<string, string> query) =>
        string.Join('&', query.Where(pair => pair.Key != "cursor").OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}").Prepend(collection));
}
