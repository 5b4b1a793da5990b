// Validates files with JSON Schemas. The argument is a file with { schemas: [path], files: [path], isForeign: whether the schemas are of others }; the answer on standard output has, for each
// file, what the YAML parser says and what each schema says: [{ unreadable: text or null, errors: [[text] for each schema] }].
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parseAllDocuments } from 'yaml';

const request = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const validators = request.schemas.map(compile);
process.stdout.write(JSON.stringify(request.files.map(validate)));

function compile(path) {
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  const Validator = schema.$schema.includes('2020-12') ? Ajv2020 : schema.$schema.includes('draft-04') ? AjvDraft04 : Ajv;
  // Strict about unknown keywords and formats; several types for one value are meant.
  const ajv = new Validator({ allErrors: true, strict: !request.isForeign, strictTypes: false, strictRequired: false, allowUnionTypes: true });
  ajv.addVocabulary(['markdownDescription', 'errorMessage', 'patternErrorMessage', 'doNotSuggest', 'defaultSnippets']);
  addFormats(ajv);
  return ajv.compile(schema);
}

function validate(path) {
  const errors = validators.map(() => []);
  try {
    for (const document of parseAllDocuments(readFileSync(path, 'utf8'), { merge: true, logLevel: 'error' })) {
      if (document.errors.length > 0)
        throw document.errors[0];
      const value = document.toJS();
      validators.forEach((isValid, i) => {
        if (!isValid(value))
          errors[i].push(...isValid.errors.map((error) => `${error.instancePath || '/'} ${error.message}`));
      });
    }
    return { unreadable: null, errors };
  } catch (error) {
    return { unreadable: error.message, errors };
  }
}
