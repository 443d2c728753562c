/** A plain link: reading pages work without framework script, so there is nothing for a client router to do. */
export default function Link({ href, children, ...rest }: React.ComponentProps<'a'>) {
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  )
}
