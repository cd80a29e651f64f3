/**
 * The rule that every export says what it is for (house style 18).
 * A declaration needs a doc comment directly before it, before its decorators or between these and `export`.
 * Of overloads, and of a type and a value that share a name, one may speak for both.
 */
export const docComments = {
  meta: {
    type: 'problem',
    docs: { description: 'exported things have a doc comment' },
    schema: [],
    messages: {
      silent: "'{{name}}' is exported without a doc comment: say what it is for, its units and its source.",
    },
  },
  create(context) {
    return {
      Program(program) {
        const exports = program.body.filter((node) => isExport(node)).map((node) => describe(node, context));
        const spoken = new Set(exports.filter((entry) => entry.documented).flatMap((entry) => entry.names));
        for (const { node, names } of exports) {
          if (names.some((name) => spoken.has(name))) continue;
          context.report({ node, messageId: 'silent', data: { name: names.join(', ') } });
        }
      },
    };
  },
};

function isExport(node) {
  if (node.type === 'ExportDefaultDeclaration') return true;
  return node.type === 'ExportNamedDeclaration' && node.declaration !== null;
}

function describe(node, context) {
  const source = context.sourceCode;
  const decorators = node.declaration.decorators ?? [];
  const places = [node, ...decorators, node.declaration];
  const documented = places.some((place) => isDoc(source.getCommentsBefore(place).at(-1)));
  return { node, names: namesOf(node.declaration, source), documented };
}

function namesOf(declaration, source) {
  if (declaration.declarations) return declaration.declarations.map(({ id }) => source.getText(id));
  return [declaration.id?.name ?? 'default'];
}

/** A doc comment with words in it; `/***\/`, a bare tag marker or a line comment is none. */
function isDoc(comment) {
  return comment?.type === 'Block' && comment.value.startsWith('*') && /\p{L}{2,}/u.test(comment.value);
}
