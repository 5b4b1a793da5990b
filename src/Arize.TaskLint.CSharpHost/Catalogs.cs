using System.Reflection;

namespace Arize.TaskLint.CSharpHost;

/// <summary>Finds the catalogs of an assembly, creates them and takes their documents.</summary>
/// <param name="input">The input that the assembly comes from.</param>
/// <param name="assembly">The assembly.</param>
internal sealed class Catalogs(string input, Assembly assembly)
{
    private const string BaseName = "Arize.TaskLint.TaskCatalog";
    private const string MethodName = "ToDocument";
    private const string DocumentStart = "{\"x-catalog\":";
    private const int MostCharacters = 64 * 1024 * 1024;

    /// <summary>The documents of all catalogs, in the order of their full names.</summary>
    /// <exception cref="InputException">There is none, or one fails.</exception>
    internal IReadOnlyList<string> Documents()
    {
        var (catalogs, others) = Find();
        var broken = catalogs.Where(catalog => ConstructorOf(catalog) is null).ToList();
        if (broken.Count > 0)
            throw new InputException([.. broken.Select(catalog => $"{ShownPath.Of(input)}: catalog '{catalog.FullName}' cannot be created: it has no constructor without parameters")]);
        if (catalogs.Count == 0)
            throw new InputException($"'{ShownPath.Of(input)}' declares nothing: no class in it derives from {BaseName}{Hint(others)}");
        var errors = new List<string>();
        var documents = new List<string>();
        foreach (var catalog in catalogs)
        {
            try
            {
                documents.Add(DocumentOf(catalog));
            }
            catch (InputException failed)
            {
                errors.AddRange(failed.Messages);
            }
        }

        return errors.Count == 0 ? documents : throw new InputException(errors);
    }

    private (List<Type> Catalogs, List<Type> Others) Find()
    {
        try
        {
            var all = assembly.GetTypes().Where(IsCatalog).OrderBy(type => type.FullName, StringComparer.Ordinal).ToLookup(type => !type.IsAbstract && !type.ContainsGenericParameters);
            return ([.. all[true]], [.. all[false]]);
        }
        catch (ReflectionTypeLoadException incomplete)
        {
            // One that cannot be loaded could be a catalog.
            var reasons = incomplete.LoaderExceptions.OfType<Exception>().Select(reason => Failure.OneLine(reason.Message)).Distinct(StringComparer.Ordinal).Take(3);
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

    private static ConstructorInfo? ConstructorOf(Type catalog) =>
        catalog.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []);

    private static string Hint(List<Type> others) => others.Count == 0 ? "" :
        $"; '{others[0].FullName}' does, but {(others[0].ContainsGenericParameters ? "has type parameters" : "is abstract")}";

    private string DocumentOf(Type catalog)
    {
        string? document;
        try
        {
            var instance = ConstructorOf(catalog)!.Invoke(BindingFlags.DoNotWrapExceptions, null, [], null);
            var method = catalog.GetMethod(MethodName, BindingFlags.Instance | BindingFlags.Public, [])
                ?? throw new InputException($"{ShownPath.Of(input)}: catalog '{catalog.FullName}' has no method {MethodName}(): its version of Arize.TaskLint does not fit this tool");
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
            throw new InputException($"{ShownPath.Of(input)}: {MethodName}() of catalog '{catalog.FullName}' gives no task document: its version of Arize.TaskLint does not fit this tool");
        if (document.Length > MostCharacters)
            throw new InputException($"{ShownPath.Of(input)}: catalog '{catalog.FullName}' declares more than 64 MiB; split it into several");
        // Line breaks in JSON stand between values only.
        return document.Replace('\r', ' ').Replace('\n', ' ');
    }
}
