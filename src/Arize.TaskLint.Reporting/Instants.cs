using System.Globalization;

namespace Arize.TaskLint.Reporting;

/// <summary>Times as reports have them.</summary>
public static class Instants
{
    private const int DayEnd = 10, MinuteEnd = 16;

    /// <summary>A time in UTC, to the second: <c>2026-11-20T10:00:00Z</c>.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A span of time for people: <c>2026-11-20 10:00 to 16:00 UTC</c>; null if one end is not known.</summary>
    internal static string? Period(string? from, string? to)
    {
        if (Shown(from) is not { } first || Shown(to) is not { } last)
            return null;
        var isOneDay = first[..DayEnd] == last[..DayEnd];
        return $"{first[..MinuteEnd]} to {(isOneDay ? last[(DayEnd + 1)..] : last)}";
    }

    /// <summary>A time of a report for people, to the minute: <c>2026-11-20 10:00 UTC</c>; null for what is none.</summary>
    internal static string? Shown(string? time) => time is { Length: > MinuteEnd } ? $"{time[..MinuteEnd].Replace('T', ' ')} UTC" : null;
}
