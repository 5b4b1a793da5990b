using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Arize.TaskLint.CSharpHost;

/// <summary>Finds the catalogs of an assembly, creates them and reads their documents.</summary>
/// <param name="input">The input that the assembly comes from.</param>
internal sealed class Catalogs(string input, LoadedCode code)
{
    private const string BaseName = "Arize.TaskLint.TaskCatalog";
    private const string MethodName = "ToDocument";
    private const string DocumentStart = "{\"x-catalog\":";
    private const int MostCharacters = 64 * 1024 * 1024;

    /// <summary>The documents of all catalogs, in the order of their full names.</summary>
    /// <exception cref="InputException">There is no catalog, or the catalogs cannot be determined.</exception>
    internal Declared Declare()
    {
        var (catalogs, others) = Find();
        if (catalogs.Count == 0)
            throw new InputException($"'{ShownPath.Of(input)}' declares nothing: no class in it derives from {BaseName}{Hint(others)}");
        var errors = new List<string>();
        var documents = new List<string>();
        var lost = new LostWork();
        foreach (var catalog in catalogs)
        {
            try
            {
                documents.Add(lost.Watch(catalog, () => DocumentOf(catalog, catalogs)));
            }
            catch (InputException failed)
            {
                errors.AddRange(failed.Messages);
            }
        }

        return new Declared(documents, errors, lost.Find(code));
    }

    private (List<Type> Catalogs, List<Type> Others) Find()
    {
        try
        {
            var all = code.Assembly.GetTypes()
                .Where(IsCatalog)
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .ToLookup(type => !type.IsAbstract && !type.ContainsGenericParameters);
            return ([.. all[true]], [.. all[false]]);
        }
        catch (ReflectionTypeLoadException incomplete)
        {
            // One that cannot be loaded could be a catalog.
            var reasons = incomplete.LoaderExceptions.OfType<Exception>()
                .Select(reason => Failure.OneLine(reason.Message))
                .Distinct(StringComparer.Ordinal)
                .Take(3);
            throw new InputException([.. reasons.Select(reason => $"'{ShownPath.Of(input)}' cannot be loaded: {reason}")]);
        }
        catch (Exception missing) when (missing is FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException)
        {
            throw new InputException($"'{ShownPath.Of(input)}' cannot be loaded: {Failure.OneLine(missing.Message)}");
        }
    }

    private static bool IsCatalog(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.FullName == BaseName)
                return true;
        }

        return false;
    }

    // Parameters that have a default value need not be given; `params` is empty then.
    private static ConstructorInfo? ConstructorOf(Type catalog) =>
        catalog.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => Array.TrueForAll(constructor.GetParameters(), parameter => parameter.IsOptional || IsParams(parameter)))
            .MinBy(constructor => constructor.GetParameters().Length);

    private static bool IsParams(ParameterInfo parameter) => parameter.ParameterType.IsArray && parameter.IsDefined(typeof(ParamArrayAttribute));

    private object Create(Type catalog, IReadOnlyList<Type> catalogs)
    {
        if (ConstructorOf(catalog) is not { } constructor)
            throw NotCreated(catalog, catalogs, "it has no constructor without parameters", "give each parameter a default value");
        if (catalog.IsDefined(typeof(RequiredMemberAttribute)) && !constructor.IsDefined(typeof(SetsRequiredMembersAttribute)))
            throw NotCreated(catalog, catalogs, "it has required members", "set them in a constructor with [SetsRequiredMembers]");
        var arguments = constructor.GetParameters()
            .Select(parameter => IsParams(parameter) ? Array.CreateInstance(parameter.ParameterType.GetElementType()!, 0) : Type.Missing);
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions | BindingFlags.OptionalParamBinding, null, [.. arguments], null);
    }

    private InputException NotCreated(Type catalog, IReadOnlyList<Type> catalogs, string reason, string advice)
    {
        var derived = catalogs.FirstOrDefault(other => other.IsSubclassOf(catalog));
        return new InputException($"{ShownPath.Of(input)}: catalog '{catalog.FullName}' cannot be created: {reason}; "
            + (derived is null ? advice : $"make it abstract, as it is the base of '{derived.FullName}', or {advice}"));
    }

    private static string Hint(List<Type> others) => others.Count == 0 ? "" :
        $"; '{others[0].FullName}' does, but {(others[0].ContainsGenericParameters ? "has type parameters" : "is abstract")}";

    private string DocumentOf(Type catalog, IReadOnlyList<Type> catalogs)
    {
        string? document;
        try
        {
            var instance = Create(catalog, catalogs);
            var method = catalog.GetMethod(MethodName, BindingFlags.Instance | BindingFlags.Public, [])
                ?? throw new InputException($"{ShownPath.Of(input)}: "
                    + $"catalog '{catalog.FullName}' has no method {MethodName}(): its version of Arize.TaskLint does not fit this tool");
            document = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [], null) as string;
        }
        catch (InputException)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever user code throws is told to the user.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            throw new InputException(Failure.Describe(catalog, input, thrown));
        }

        if (document is null || !document.StartsWith(DocumentStart, StringComparison.Ordinal))
            throw new InputException($"{ShownPath.Of(input)}: "
                + $"{MethodName}() of catalog '{catalog.FullName}' gives no task document: its version of Arize.TaskLint does not fit this tool");
        if (document.Length > MostCharacters)
            throw new InputException($"{ShownPath.Of(input)}: catalog '{catalog.FullName}' declares more than 64 MiB; split it into several");
        // In JSON, line breaks appear between values only.
        return document.Replace('\r', ' ').Replace('\n', ' ');
    }
}
