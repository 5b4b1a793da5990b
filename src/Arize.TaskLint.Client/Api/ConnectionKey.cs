using System.Globalization;
using Arize.TaskLint.Client.Profiles;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Api;

/// <summary>The API key, or the token of a person who signed in.</summary>
/// <param name="Text">The key; null where there is none that can be used.</param>
/// <param name="Problem">Why there is none, or null.</param>
/// <param name="Advice">What to do where the API refuses it.</param>
internal sealed record ConnectionKey(string? Text, string? Problem, string Advice)
{
    internal const string Variable = "ARIZE_API_KEY";

    private const string SignIn = "sign in again with 'ax auth login', or use an API key";

    /// <summary>What to do where the API refuses a key.</summary>
    internal static string AdviceOn(string source) => $"check that {source} is right and belongs to this region";

    /// <summary>The key of the environment, else that of a profile.</summary>
    /// <param name="variable">The value of the environment variable, or null.</param>
    /// <param name="profile">The profile, or null.</param>
    /// <param name="now">The time.</param>
    /// <param name="overrides">Takes that the key of the profile is not used.</param>
    /// <param name="canUseSaved">Whether saved answers may be given instead.</param>
    internal static ConnectionKey Read(
        string? variable, ProfileValues? profile, DateTimeOffset now, List<string> overrides, bool canUseSaved)
    {
        var isInProfile = profile?.HasAny(Profile.ApiKey, Profile.AccessToken, "auth.auth_method") == true;
        if (string.IsNullOrWhiteSpace(variable) && isInProfile)
            return OfProfile(profile!, now, canUseSaved);
        if (isInProfile && !profile!.IsFilledWith(Profile.ApiKey, variable))
            overrides.Add($"the key is that of {Variable}, and not that of {profile.Profile.Source}");
        var advice = AdviceOn(Variable);
        if (string.IsNullOrWhiteSpace(variable))
        {
            return new ConnectionKey(null, $"{(variable is null ? $"{Variable} is not set" : $"{Variable} is empty")}; "
                + $"set it to an API key of your space{Or(canUseSaved)}", advice);
        }

        return Checked(variable, Variable, advice, "set it to an API key of your space");
    }

    private static ConnectionKey OfProfile(ProfileValues values, DateTimeOffset now, bool canUseSaved)
    {
        var profile = values.Profile;
        try
        {
            // Older profiles do not name the method.
            var method = values.Text("auth.auth_method", isHidden: false) ?? (values.HasAny(Profile.ApiKey) ? "api-key" : "oauth");
            return method switch
            {
                "api-key" => OfField(
                    values, Profile.ApiKey, $"it has no {Profile.ApiKey}; run 'ax profiles update'{Or(canUseSaved)}"),
                "oauth" when values.Time(Profile.ExpiresAt) is { } end && end.Time <= now => Lacking(
                    $"the sign-in of {profile.Source} expired{(end.IsShown ? At(end.Time) : "")} ({Profile.ExpiresAt}); {SignIn}"),
                "oauth" => OfField(values, Profile.AccessToken, $"it is signed out: it has no {Profile.AccessToken}; {SignIn}"),
                _ => Lacking($"{profile["auth.auth_method"]!.Place}: auth.auth_method is neither 'api-key' nor 'oauth'; use an API key"),
            };
        }
        catch (SettingsException wrong)
        {
            return Lacking(wrong.Message);
        }
    }

    private static string Or(bool canUseSaved) => canUseSaved ? ", or give a saved answer with --live" : "";

    private static string At(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $" at {time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    private static ConnectionKey OfField(ProfileValues values, string path, string missing)
    {
        var profile = values.Profile;
        if (values.Text(path, isHidden: false) is not { } key)
            return Lacking($"there is no key in {profile.Source}: {missing}");
        var source = $"{path} of {profile.Source}";
        return path == Profile.AccessToken
            ? Checked(key, source, $"{SignIn}; the token is {source}", SignIn)
            : Checked(key, source, AdviceOn(source), "set it to an API key of your space");
    }

    private static ConnectionKey Lacking(string problem) => new(null, problem, "");

    private static ConnectionKey Checked(string value, string source, string advice, string remedy)
    {
        if (IsReference(value.Trim()))
        {
            return Lacking($"{source} is a reference that was not filled in, as $(NAME) or ${{{{ secrets.NAME }}}}, and not a key: "
                + $"the variable that it names is not defined, or this run may not read it; {remedy}");
        }

        foreach (var c in value)
        {
            if (!IsOfKeys(c))
                return Lacking($"{source} has {Describe(c)} in it, which no key has; was it copied with a quote, a line break or a space");
        }

        return value.Length < Secret.ShortestKey
            ? Lacking($"{source} has fewer than {Secret.ShortestKey} characters, and no key is so short; {remedy}")
            : new ConnectionKey(value, null, advice);
    }

    // As pipelines leave it where a variable is not defined: Azure Pipelines $(NAME), $[..] and ${{ .. }}, GitHub ${{ .. }}, shells ${NAME}, $NAME
    // and %NAME%, templates {{ .. }}. No key has any of these characters.
    private static bool IsReference(string value) =>
        value.Length > 1 && (value[0] == '$' && (value[1] is '(' or '{' or '[' or '_' || char.IsAsciiLetter(value[1]))
            || value.StartsWith("{{", StringComparison.Ordinal) || (value[0] == '%' && value[^1] == '%'));

    // What a bearer token may consist of, by RFC 6750.
    private static bool IsOfKeys(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '+' or '/' or '=';

    private static string Describe(char c) => c switch
    {
        '\n' or '\r' => "a line break",
        ' ' or '\t' => "white space",
        '"' or '\'' or '`' => "a quote",
        < ' ' or '\x7f' => "a control character",
        <= '~' => "a character other than letters, digits and -._~+/=",
        _ => "a character that is not ASCII",
    };
}
