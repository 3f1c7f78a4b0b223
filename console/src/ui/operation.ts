import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { withProof } from './proof.ts'

/** One change on its way: `busy` greys the button, `refusal` stays beside the form until the next try. */
export function useOperation<Input, Output>(
  run: (input: Input) => Promise<Output>,
  { onDone, touches = [] }: { onDone?(output: Output, input: Input): void; touches?: QueryKey[] } = {},
) {
  const queries = useQueryClient()
  const mutation = useMutation<Output, unknown, Input>({
    mutationFn: (input) => withProof(() => run(input)),
    onSuccess: async (output, input) => {
      await Promise.all(touches.map((queryKey) => queries.invalidateQueries({ queryKey })))
      onDone?.(output, input)
    },
  })
  return {
    send: (input: Input) => mutation.mutate(input),
    busy: mutation.isPending,
    refusal: mutation.error,
    reset: mutation.reset,
  }
}
