import { readdirSync } from 'node:fs';
import ts from 'typescript';
import oldest from 'typescript-5.0';

const files = readdirSync('client').map((name) => `client/${name}`);
const strictest = {
  ...{
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
  },
  ...{ noPropertyAccessFromIndexSignature: true, noImplicitReturns: true, noFallthroughCasesInSwitch: true },
  ...{ noUnusedLocals: true, noUnusedParameters: true, isolatedModules: true, erasableSyntaxOnly: true },
  ...{ noEmit: true, skipLibCheck: true, types: ['node'], target: ts.ScriptTarget.ES2022 },
};
const decorators = { experimentalDecorators: true, emitDecoratorMetadata: true };

type Compiler = Pick<typeof ts, 'createProgram' | 'getPreEmitDiagnostics' | 'flattenDiagnosticMessageText'>;
/** What the compiler has to say about the client under these settings. */
function said(options: ts.CompilerOptions, names = files, compiler: Compiler = ts): string[] {
  const program = compiler.createProgram(names, options);
  return compiler
    .getPreEmitDiagnostics(program)
    .map((each) => `${each.file?.fileName}: ${compiler.flattenDiagnosticMessageText(each.messageText, ' ')}`);
}

describe('What one copies compiles in a project of one’s own, with the strictest settings', () => {
  it('that runs on Node as it is (nodenext)', () => {
    const options = { ...strictest, ...decorators, module: ts.ModuleKind.NodeNext };
    expect(said({ ...options, moduleResolution: ts.ModuleResolutionKind.NodeNext })).toEqual([]);
  });

  it('with TypeScript 5.0', () => {
    const options = { ...strictest, ...decorators, module: ts.ModuleKind.NodeNext };
    const resolved = { ...options, moduleResolution: ts.ModuleResolutionKind.NodeNext };
    expect(said(resolved, files, oldest as unknown as Compiler)).toEqual([]);
  });

  it('that is bundled (bundler)', () => {
    const options = { ...strictest, ...decorators, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
    expect(said({ ...options, moduleResolution: ts.ModuleResolutionKind.Bundler })).toEqual([]);
  });

  it('without decorators, when the guard for Nest is left out', () => {
    const options = { ...strictest, module: ts.ModuleKind.NodeNext };
    const rest = files.filter((name) => !name.includes('nest'));
    expect(said({ ...options, moduleResolution: ts.ModuleResolutionKind.NodeNext }, rest)).toEqual([]);
  });

  it('and needs no package of ours: of others only Nest, in the guard for Nest', () => {
    const imported = (name: string) => ts.preProcessFile(ts.sys.readFile(name) ?? '').importedFiles;
    for (const name of files) {
      const others = imported(name).flatMap(({ fileName }) => (fileName.startsWith('./') ? [] : [fileName]));
      expect([name, others]).toEqual([name, name.includes('nest') ? ['@nestjs/common', '@nestjs/core'] : []]);
    }
  });
});
